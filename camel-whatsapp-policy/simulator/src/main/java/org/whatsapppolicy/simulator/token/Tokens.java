package org.whatsapppolicy.simulator.token;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/**
 * The bearer tokens. As long as none was added, every token is good, so that a client can be tried without preparation.
 *
 * <p>Safe for use by several threads.
 */
public final class Tokens {

    /** The app all tokens belong to; {@code <app id>|<app secret>} is its own token. */
    public static final String APP_ID = "400000000000001";

    private static final DateTimeFormatter GRAPH_TIME = DateTimeFormatter.ofPattern(
                    "EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US)
            .withZone(ZoneId.of("America/Los_Angeles"));

    private record Grant(
            Instant issued,
            @Nullable Instant expires,
            int invalidated,
            Set<Scope> scopes,
            @Nullable Set<String> targets) {}

    private static final Set<Scope> EVERYTHING = Set.of(Scope.MESSAGING, Scope.MANAGEMENT);
    private static final int LOGGED_OUT = 467;
    private static final int PASSWORD_CHANGED = 460;

    private final ConcurrentHashMap<String, Grant> grants = new ConcurrentHashMap<>();
    private final SimulatorClock clock;
    private final String appToken;
    private volatile boolean strict;

    /**
     * For the simulator.
     *
     * @param appSecret the second half of the app's own token
     */
    public Tokens(SimulatorClock clock, String appSecret) {
        this.clock = clock;
        this.appToken = APP_ID + '|' + appSecret;
    }

    /** A token without end, for everything. */
    public Tokens add(String token) {
        return put(token, new Grant(clock.now(), null, 0, EVERYTHING, null));
    }

    /** A token that works until just before {@code expires}. */
    public Tokens add(String token, Instant expires) {
        return put(token, new Grant(clock.now(), expires, 0, EVERYTHING, null));
    }

    /** A token for these phone number and account ids only; others are answered with 200. */
    public Tokens addFor(String token, String... ids) {
        return put(token, new Grant(clock.now(), null, 0, EVERYTHING, Set.of(ids)));
    }

    /** A token that lacks the permission to send; answered with 131005. */
    public Tokens addWithoutPermission(String token) {
        return put(token, new Grant(clock.now(), null, 0, Set.of(Scope.MANAGEMENT), null));
    }

    /** Lets a token expire now; answered with 190, subcode 463. */
    public Tokens expire(String token) {
        return put(token, new Grant(clock.now(), clock.now(), 0, EVERYTHING, null));
    }

    /** Takes a token back; answered with 190, subcode 467. */
    public Tokens revoke(String token) {
        return put(token, new Grant(clock.now(), null, LOGGED_OUT, EVERYTHING, null));
    }

    /** A token with these permissions only; messaging it lacks is answered with 131005, management with 10. */
    public Tokens addWithScopes(String token, Scope... scopes) {
        return put(token, new Grant(clock.now(), null, 0, Set.of(scopes), null));
    }

    /** Invalidates a token because its owner changed the password; answered with 190, subcode 460. */
    public Tokens invalidate(String token) {
        return put(token, new Grant(clock.now(), null, PASSWORD_CHANGED, EVERYTHING, null));
    }

    private Tokens put(String token, Grant grant) {
        grants.put(token, grant);
        strict = true;
        return this;
    }

    /**
     * Lets a request pass or refuses it.
     *
     * @param token null when there was no credential at all, empty when the header carried none
     * @param target the phone number id or account id in the path
     */
    public void check(@Nullable String token, String target, boolean sending) {
        check(token, List.of(target), sending ? Scope.MESSAGING : Scope.ANY);
    }

    /**
     * Lets a request pass or refuses it.
     *
     * @param token null when there was no credential at all, empty when the header carried none
     * @param assets the ids of which a token for certain assets has to name one
     */
    public void check(@Nullable String token, List<String> assets, Scope scope) {
        if (token == null) {
            throw refuse(401, 104, 0, "An access token is required to request this resource");
        }
        if (token.isEmpty()) {
            throw refuse(403, 200, 0, "Provide valid app ID");
        }
        if (token.equals(appToken)) {
            if (scope == Scope.MESSAGING || scope == Scope.MANAGEMENT) {
                throw refuse(403, 10, 0, "(#10) Application does not have permission for this action");
            }
            return;
        }
        Grant grant = grants.get(token);
        if (grant == null) {
            if (strict) {
                throw refuse(401, 190, 0, "Invalid OAuth access token - Cannot parse access token");
            }
            return;
        }
        GraphError invalid = invalid(grant);
        if (invalid != null) {
            throw new Refused(invalid);
        }
        permitted(grant, assets, scope);
    }

    /** What {@code debug_token} tells about a token. */
    public TokenFacts describe(String token) {
        Grant grant = grants.get(token);
        if (grant == null) {
            GraphError unknown =
                    GraphErrors.oauth(400, 190, 0, "Invalid OAuth access token - Cannot parse access token");
            return new TokenFacts(strict ? unknown : null, clock.now(), null, EVERYTHING, Set.of());
        }
        Set<String> targets = grant.targets();
        return new TokenFacts(
                invalid(grant), grant.issued(), grant.expires(), grant.scopes(), targets == null ? Set.of() : targets);
    }

    private @Nullable GraphError invalid(Grant grant) {
        if (grant.invalidated() == LOGGED_OUT) {
            return GraphErrors.oauth(
                    401,
                    190,
                    LOGGED_OUT,
                    "Error validating access token: The session is invalid because the user logged out.");
        }
        if (grant.invalidated() == PASSWORD_CHANGED) {
            return GraphErrors.oauth(
                    401,
                    190,
                    PASSWORD_CHANGED,
                    "Error validating access token: The session has been invalidated because the user changed their"
                            + " password or Facebook has changed the session for security reasons.");
        }
        Instant expires = grant.expires();
        if (expires != null && !clock.now().isBefore(expires)) {
            return GraphErrors.oauth(
                    401,
                    190,
                    463,
                    "Error validating access token: Session has expired on " + GRAPH_TIME.format(expires)
                            + ". The current time is " + GRAPH_TIME.format(clock.now()) + ".");
        }
        return null;
    }

    private static void permitted(Grant grant, List<String> assets, Scope scope) {
        Set<String> targets = grant.targets();
        if (targets != null && assets.stream().noneMatch(targets::contains)) {
            throw refuse(
                    403,
                    200,
                    0,
                    "(#200) You do not have the necessary permissions required to send messages on behalf of this"
                            + " WhatsApp Business Account");
        }
        if (scope == Scope.MESSAGING && !grant.scopes().contains(scope)) {
            throw new Refused(GraphErrors.of(131005));
        }
        if (scope == Scope.MANAGEMENT && !grant.scopes().contains(scope)) {
            throw refuse(403, 10, 0, "(#10) Application does not have permission for this action");
        }
    }

    private static Refused refuse(int status, int code, int subcode, String message) {
        return new Refused(GraphErrors.oauth(status, code, subcode, message));
    }
}
