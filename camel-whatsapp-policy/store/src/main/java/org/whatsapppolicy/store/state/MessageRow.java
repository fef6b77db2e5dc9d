package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.ledger.MessageStatus;
import org.whatsapppolicy.store.state.Asked.Who;

/**
 * One message: ledger entry and outbox entry in one.
 *
 * @param asked what the route asked for
 * @param judged what was decided
 * @param progress where it stands
 */
public record MessageRow(Asked asked, Judged judged, Progress progress) {

    /** The same message, standing elsewhere. */
    public MessageRow at(Progress other) {
        return new MessageRow(asked, judged, other);
    }

    /** The same message, where people turned out to be others. */
    public MessageRow by(Map<Long, Long> people) {
        Who who = asked.who();
        Long other = who == null ? null : people.get(who.person());
        return who == null || other == null
                ? this
                : new MessageRow(asked.by(new Who(other, who.address())), judged, progress);
    }

    /** Without the person; one that was still to be sent is denied. */
    MessageRow erased(@Nullable Reason denied, Instant now) {
        Asked nobody = asked.by(null).without();
        return denied == null
                ? new MessageRow(nobody, judged, progress.erased())
                : new MessageRow(nobody, judged.instead(denied), progress.denied(now));
    }

    /** For those who ask. */
    public MessageStatus status() {
        return new MessageStatus(
                asked.id(),
                asked.purpose(),
                progress.state(),
                progress.attempt(),
                progress.changed(),
                progress.notBefore(),
                progress.wamid(),
                progress.errorCode(),
                judged.codes());
    }

    /** As it counts against caps, or null when it does not (S-26). */
    public @Nullable SentMessage counted() {
        return progress.countsTo() == null
                ? null
                : new SentMessage(
                        asked.purpose(), judged.category(), judged.proactive(), judged.at(), progress.countsTo());
    }
}
