package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.address.ZoneFinder;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.Counting;

/**
 * Decides. A pure function of the document, the request, the facts and the instant: no clock, no I/O, no state that matters.
 * Thread-safe.
 */
public final class PolicyEngine {

    /** More turns than any honest calendar needs; a document that gets here has no common hour. */
    private static final int TURNS = 100;

    private final PolicyDocument document;
    private final ZoneFinder zoneFinder;
    private final Duration way;
    private final Rule[] rules;
    private final Hold[] holds;
    private final Duration horizon;

    public PolicyEngine(PolicyDocument document) {
        this(document, new ZoneFinder());
    }

    /** For those who share one finder, and its cache, among engines. */
    public PolicyEngine(PolicyDocument document, ZoneFinder zoneFinder) {
        this(document, zoneFinder, Counting.LONGEST_WAY);
    }

    /**
     * For senders that do not wait for answers as long as by default.
     *
     * @param way the longest that a message may be under way: the send lease and the answer timeout (M-5)
     */
    public PolicyEngine(PolicyDocument document, ZoneFinder zoneFinder, Duration way) {
        this(document, zoneFinder, way, Rules.judged(true), Rules.holds());
    }

    private PolicyEngine(
            PolicyDocument document, ZoneFinder zoneFinder, Duration way, List<Rule> rules, List<Hold> holds) {
        this.document = document;
        this.way = way;
        this.rules = rules.toArray(Rule[]::new);
        this.holds = holds.toArray(Hold[]::new);
        this.zoneFinder = zoneFinder;
        this.horizon = Stream.concat(
                        Stream.concat(
                                        document.proactiveCaps().stream(),
                                        document.purposes().values().stream()
                                                .flatMap(purpose -> purpose.caps().stream()))
                                .map(Cap::reach),
                        own(document))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Holds every message unjudged ({@code taken}): it is decided when the dispatcher comes to it. */
    public PolicyEngine taking() {
        return new PolicyEngine(document, zoneFinder, way, Rules.taking(), List.of());
    }

    /** Answers {@code throughput}: held or denied, as the purpose says of limits (S-29). */
    public PolicyEngine throttling() {
        return new PolicyEngine(document, zoneFinder, way, Rules.throttling(), List.of());
    }

    /** Decides for an installation that has no way to hear an opt-out: nothing goes that counts as marketing (S-20). */
    public PolicyEngine withoutIntake() {
        return new PolicyEngine(document, zoneFinder, way, Rules.judged(false), Rules.holds());
    }

    /** Judges consent and opt-outs alone, for those who only ask about them. */
    public PolicyEngine consentOnly() {
        return new PolicyEngine(document, zoneFinder, way, Rules.consent(), List.of());
    }

    /** How far back what the policy sends by itself must be known. */
    private static Stream<Duration> own(PolicyDocument document) {
        boolean asks = document.purposes().values().stream()
                .anyMatch(purpose -> purpose.consent().ask() != null);
        return Stream.of(OwnMessage.values())
                .filter(own -> own == OwnMessage.CONSENT_REQUEST
                        ? asks
                        : !own.words(document.optOut()).isEmpty())
                .map(OwnMessage::spacing);
    }

    /** Every code that a reason can carry, with its text, in the order of the rules. */
    public static List<ReasonCode> reasonCodes() {
        return Rules.codes();
    }

    /** The document it decides by. */
    public PolicyDocument document() {
        return document;
    }

    /** How far back {@link Facts} must know what was sent: the longest window of any cap. */
    public Duration horizon() {
        return horizon;
    }

    /**
     * Decides one message.
     *
     * @param now the store's clock
     * @return every finding, and the strictest verdict of them; never throws for what a request or facts can hold
     */
    public Decision decide(SendRequest request, Facts facts, Instant now) {
        Case c = new Case(document, zoneFinder, way, request, facts, now);
        for (Rule rule : rules) {
            rule.judge(c);
            if (rule.decisive() && c.denied()) {
                return c.decision(null);
            }
        }
        return c.proactive ? held(c) : ended(c, c.deferredUntil());
    }

    /** Asks the holds for now, to tell each that holds, and then for the earliest instant that suits all. */
    private Decision held(Case c) {
        boolean[] told = new boolean[holds.length];
        Instant t = ask(c, c.now, told);
        if (c.denied() || (t.equals(c.now) && c.deferredUntil().equals(c.now))) {
            return c.decision(null);
        }
        if (t.isBefore(c.deferredUntil())) {
            t = c.deferredUntil();
            c.awaits(null);
            if (c.untilTold()) {
                return ended(c, t);
            }
        }
        for (int turn = 0; turn < TURNS && !c.denied(); turn++) {
            Instant next = ask(c, t, told);
            if (next.equals(t)) {
                return ended(c, spread(c, t));
            }
            t = next;
        }
        if (!c.denied()) {
            c.deny(OutsideQuietHours.NO_COMMON_HOUR, "quiet hours and caps leave no instant that suits all");
        }
        return c.decision(null);
    }

    private Instant ask(Case c, Instant t, boolean[] told) {
        Instant latest = t;
        for (int i = 0; i < holds.length; i++) {
            Instant free = holds[i].free(c, t);
            if (free == null || free.isAfter(t)) {
                if (!told[i]) {
                    told[i] = true;
                    holds[i].tell(c, t, free);
                }
                if (free != null && free.isAfter(latest)) {
                    latest = free;
                    c.awaits(holds[i]);
                }
            }
        }
        return latest;
    }

    /** When it really goes: what quiet hours let go at one instant goes one after another. */
    private Instant spread(Case c, Instant t) {
        Hold awaited = c.awaited();
        if (awaited == null || !awaited.together()) {
            return t;
        }
        Instant own = Spreading.within(document.spread(), c.request.id(), t, c.expires());
        for (Hold hold : holds) {
            if (!own.equals(hold.free(c, own))) {
                return t;
            }
        }
        return own;
    }

    private static Decision ended(Case c, Instant t) {
        Instant expires = c.expires();
        if (!c.denied() && expires != null && t.isAfter(c.now) && !t.isBefore(expires)) {
            c.deny(NotExpired.BEFORE_ALLOWED, "could go at " + t + ", expires at " + expires);
        }
        return c.decision(t);
    }
}
