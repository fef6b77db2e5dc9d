package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;

/** How often the person may be messaged unasked: for one purpose, and over all of them (S-25, S-26). */
enum WithinCaps implements Hold {
    /** Counts every message of the purpose, answers too. */
    OF_PURPOSE {
        @Override
        List<Cap> caps(Case c) {
            return c.purpose().caps();
        }

        @Override
        boolean counts(Case c, SentMessage message) {
            return message.purpose().equals(c.request.purpose());
        }

        @Override
        String of(Case c) {
            return c.purpose().name();
        }
    },
    /** Counts proactive messages of all purposes and senders; authentication is neither counted nor held. */
    OVERALL {
        @Override
        List<Cap> caps(Case c) {
            return c.category == Category.AUTHENTICATION ? List.of() : c.document.proactiveCaps();
        }

        @Override
        boolean counts(Case c, SentMessage message) {
            return message.proactive() && message.category() != Category.AUTHENTICATION;
        }

        @Override
        String of(Case c) {
            return "all proactive messages";
        }
    },
    /** How often the person wants to be messaged (S-15), counted as the caps over all. */
    OWN {
        @Override
        List<Cap> caps(Case c) {
            return c.category == Category.AUTHENTICATION
                    ? List.of()
                    : c.person.own().caps();
        }

        @Override
        boolean counts(Case c, SentMessage message) {
            return OVERALL.counts(c, message);
        }

        @Override
        String of(Case c) {
            return "what the person wants";
        }

        @Override
        ReasonCode reached() {
            return OWN_REACHED;
        }
    };

    private static final ReasonCode REACHED =
            new ReasonCode("cap-reached", "The person already got as many messages as the cap allows.");
    private static final ReasonCode OWN_REACHED =
            new ReasonCode("own-frequency", "The person already got as many messages as they want.");

    ReasonCode reached() {
        return REACHED;
    }

    abstract List<Cap> caps(Case c);

    /** Whether the message counts against these caps. */
    abstract boolean counts(Case c, SentMessage message);

    abstract String of(Case c);

    @Override
    public List<ReasonCode> codes() {
        return List.of(reached());
    }

    @Override
    public @Nullable Instant free(Case c, Instant t) {
        List<Cap> caps = caps(c);
        Instant free = t;
        for (int i = 0; i < caps.size(); i++) {
            Instant one = free(c, caps.get(i), t);
            if (one == null) {
                return null;
            }
            free = one.isAfter(free) ? one : free;
        }
        return free;
    }

    @Override
    public void tell(Case c, Instant t, @Nullable Instant free) {
        for (Cap cap : caps(c)) {
            Instant one = free(c, cap, t);
            if (one == null) {
                c.deny(reached(), cap + " of " + of(c) + " leaves room for none");
            } else if (one.isAfter(t)) {
                c.limited(reached(), cap + " of " + of(c) + "; free at " + one, t, one);
            }
        }
    }

    private @Nullable Instant free(Case c, Cap cap, Instant t) {
        Instant free = CapWindow.free(c, this, cap, t);
        if (!cap.untilReply() || t.equals(free)) {
            return free;
        }
        Instant end = c.windowEnd;
        if (end == null || !t.isBefore(end) || !replied(c)) {
            return free;
        }
        if (t.equals(c.now)) {
            c.validUntil(end);
        }
        return t;
    }

    /** Whether the person wrote after the last proactive message that counts here; a message under way counts to its end. */
    private boolean replied(Case c) {
        Instant inbound = c.person.lastInbound();
        List<SentMessage> sent = c.person.sent();
        for (int i = 0; inbound != null && i < sent.size(); i++) {
            SentMessage message = sent.get(i);
            if (message.proactive() && counts(c, message) && !inbound.isAfter(message.to())) {
                return false;
            }
        }
        return inbound != null;
    }
}
