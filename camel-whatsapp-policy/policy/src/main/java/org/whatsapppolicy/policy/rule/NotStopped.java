package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.util.List;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.document.OwnMessage;

/** What an operator stopped is held until it is resumed; resuming brings it back at once, the clock only looks again. */
final class NotStopped implements Rule {

    private static final ReasonCode STOPPED =
            new ReasonCode("stopped", "An operator stopped what the message belongs to.");

    /** Nobody knows when it ends. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    @Override
    public List<ReasonCode> codes() {
        return List.of(STOPPED);
    }

    @Override
    public void judge(Case c) {
        String sender = c.sender == null ? null : c.sender.name();
        // To ask for consent to a purpose belongs to it.
        String subject = OwnMessage.subject(c.request.purpose());
        // What goes, which may be the fallback of what was asked for.
        var use = c.content.template();
        String template = use == null ? null : use.name();
        for (Stop stop : c.facts.stops()) {
            if (stop.covers(subject, sender, template)) {
                String detail = stop.scope() + " since " + stop.since() + ", by " + stop.by();
                c.deferUntilTold(STOPPED, detail, c.lookAgain(c.now.plus(LOOK_AGAIN)));
            }
        }
    }
}
