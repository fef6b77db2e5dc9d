package org.whatsapppolicy.store.memory;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Happened;

/** What the feed tells of what happened, by what is known of it now: a message may be gone since, and a person erased. */
final class MemoryTelling {

    private final Memory memory;

    MemoryTelling(Memory memory) {
        this.memory = memory;
    }

    /** The event at that place. */
    FeedEvent event(long place, Happened what) {
        FeedEvent.Acted act = what.act() == null ? null : memory.acts.told(what.act());
        Fold.Stored stored = what.message() == null ? null : memory.messages.get(what.message());
        Who who = stored == null ? what.who() : stored.row().asked().who();
        // Null also when the person was erased meanwhile.
        Address address = who == null ? null : memory.address(who);
        Recipient recipient = address == null ? null : address.recipient();
        // Whose the address is now, which may be another than it was.
        Who now = recipient == null ? null : memory.find(recipient);
        FeedEvent.Told told = act == null ? told(what, stored) : act;
        if (act != null && what.notBefore() != null) {
            told = act.until(what.notBefore());
        }
        return new FeedEvent(place, what.kind(), what.at(), now == null ? null : now.person(), recipient, told);
    }

    private static FeedEvent.Told told(Happened what, Fold.@Nullable Stored stored) {
        if (what.kind() == Kind.MARKETING) {
            return new FeedEvent.Paused(
                    what.reasons().isEmpty() ? null : what.reasons().get(0));
        }
        if (what.change() != null) {
            return new FeedEvent.Announced(what.change(), what.about(), what.state(), what.detail());
        }
        FeedEvent.Letter letter = letter(what, stored);
        String state = Objects.requireNonNull(what.state());
        return what.kind() == Kind.DECISION
                ? new FeedEvent.Decided(letter, Verdict.valueOf(state), what.reasons(), what.notBefore())
                : new FeedEvent.Moved(letter, MessageState.valueOf(state), what.reasons(), what.wamid(), what.code());
    }

    /** Of a message that is past its retention no more than its id is known. */
    private static FeedEvent.Letter letter(Happened what, Fold.@Nullable Stored stored) {
        if (stored == null) {
            UUID id = Objects.requireNonNull(what.message());
            return new FeedEvent.Letter(id, what.attempt(), "", null, null, null);
        }
        var asked = stored.row().asked();
        return new FeedEvent.Letter(
                asked.id(), what.attempt(), asked.purpose(), asked.sender(), asked.template(), asked.context());
    }
}
