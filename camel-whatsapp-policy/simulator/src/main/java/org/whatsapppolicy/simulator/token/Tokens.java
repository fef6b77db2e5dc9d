package org.whatsapppolicy.simulator.token;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/**
 * The bearer tokens. As long as none was added, every token is good, so that a client can be tried without preparation.
 *
 * <p>Safe for use by several threads.
 */
public final class Tokens {

    private static final DateTimeFormatter GRAPH_TIME = DateTimeFormatter.ofPattern(
                    "EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US)
            .withZone(ZoneId.of("America/Los_Angeles"));

    private record Grant(
            @Nullable Instant expires,
            boolean revoked,
            boolean maySend,
            @Nullable Set<String> targets) {}

    private final ConcurrentHashMap<String, Grant> grants = new ConcurrentHashMap<>();
    private final SimulatorClock clock;
    private volatile boolean strict;

    /** For the simulator. */
    public Tokens(SimulatorClock clock) {
        this.clock = clock;
    }

    /** A token without end, for everything. */
    public Tokens add(String token) {
        return put(token, new Grant(null, false, true, null));
    }

    /** A token that works until just before {@code expires}. */
    public Tokens add(String token, Instant expires) {
        return put(token, new Grant(expires, false, true, null));
    }

    /** A token for these phone number and account ids only; others are answered with 200. */
    public Tokens addFor(String token, String... ids) {
        return put(token, new Grant(null, false, true, Set.of(ids)));
    }

    /** A token that lacks the permission to send; answered with 131005. */
    public Tokens addWithoutPermission(String token) {
        return put(token, new Grant(null, false, false, null));
    }

    /** Lets a token expire now; answered with 190, subcode 463. */
    public Tokens expire(String token) {
        return put(token, new Grant(clock.now(), false, true, null));
    }

    /** Takes a token back; answered with 190, subcode 467. */
    public Tokens revoke(String token) {
        return put(token, new Grant(null, true, true, null));
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
        if (token == null) {
            throw refuse(401, 104, 0, "An access token is required to request this resource");
        }
        if (token.isEmpty()) {
            throw refuse(403, 200, 0, "Provide valid app ID");
        }
        Grant grant = grants.get(token);
        if (grant == null) {
            if (strict) {
                throw refuse(401, 190, 0, "Invalid OAuth access token - Cannot parse access token");
            }
            return;
        }
        check(grant, target, sending);
    }

    private void check(Grant grant, String target, boolean sending) {
        if (grant.revoked()) {
            throw refuse(
                    401,
                    190,
                    467,
                    "Error validating access token: The session is invalid because the user logged out.");
        }
        Instant expires = grant.expires();
        if (expires != null && !clock.now().isBefore(expires)) {
            throw refuse(
                    401,
                    190,
                    463,
                    "Error validating access token: Session has expired on " + GRAPH_TIME.format(expires)
                            + ". The current time is " + GRAPH_TIME.format(clock.now()) + ".");
        }
        if (grant.targets() != null && !grant.targets().contains(target)) {
            throw refuse(
                    403,
                    200,
                    0,
                    "(#200) You do not have the necessary permissions required to send messages on behalf of this"
                            + " WhatsApp Business Account");
        }
        if (sending && !grant.maySend()) {
            throw new Refused(GraphErrors.of(131005));
        }
    }

    private static Refused refuse(int status, int code, int subcode, String message) {
        return new Refused(GraphErrors.oauth(status, code, subcode, message));
    }
}
