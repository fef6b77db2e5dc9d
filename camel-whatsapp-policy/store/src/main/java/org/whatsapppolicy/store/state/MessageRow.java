package org.whatsapppolicy.store.state;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Waiting;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.MessageState;
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

    /** The same message, by the sender that it has in this document. */
    public MessageRow following(PolicyDocument document) {
        return new MessageRow(asked.following(document), judged, progress);
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

    /** Without what the route wanted to have kept with it. */
    MessageRow withoutContext() {
        return new MessageRow(asked.without(), judged, progress);
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

    /** As it stands in the line of an ordered purpose, or null when it has ended. */
    public @Nullable Waiting waiting() {
        MessageState state = progress.state();
        if (state == MessageState.HELD) {
            Instant free = progress.notBefore() == null ? progress.changed() : progress.notBefore();
            return new Waiting(asked.id(), asked.purpose(), asked.taken(), false, free);
        }
        return state == MessageState.SENDING
                ? new Waiting(asked.id(), asked.purpose(), asked.taken(), true, judged.at())
                : null;
    }

    /** As all of its attempts count against caps (S-26). */
    public Stream<SentMessage> counting() {
        return Stream.concat(progress.earlier().counted(asked.purpose()), Stream.ofNullable(counted()));
    }

    /** As its present attempt counts against caps, or null when it does not (S-26). */
    public @Nullable SentMessage counted() {
        return progress.countsTo() == null
                ? null
                : new SentMessage(
                        asked.purpose(), judged.category(), judged.proactive(), judged.at(), progress.countsTo());
    }
}
