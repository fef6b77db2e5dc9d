package org.whatsapppolicy.policy.inbound;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.ledger.CallbackData;
import org.whatsapppolicy.policy.ledger.MessageState;

/**
 * What an event says, in typed values. The policy acts on all but what is only {@link Noticed}, of which no more than an
 * accepted call counts: it opens the service window.
 */
public sealed interface Told permits Announced, Noticed, Told.Written, Told.Moved, Told.Chose, Told.Left {

    /**
     * A person wrote, tapped or changed what was written.
     *
     * @param wamid id of the message
     * @param type the platform's word
     * @param text what was typed, or the label of what was tapped; null for anything without words
     * @param choice payload of the button or id of the reply that was tapped, or null
     * @param opensWindow whether it opens the service window (S-24)
     */
    record Written(
            String wamid,
            String type,
            @Nullable String text,
            @Nullable String choice,
            boolean opensWindow) implements Told {
        @Override
        public String toString() {
            return "Written[" + type + "]";
        }
    }

    /**
     * A message of ours moved.
     *
     * @param wamid the platform's id
     * @param given what went with the message and the platform gave back, or null when the message is none of ours
     * @param state SENT, DELIVERED, READ, PLAYED or FAILED
     * @param codes the platform's error codes, the first being the cause
     */
    record Moved(String wamid, @Nullable CallbackData given, MessageState state, List<Integer> codes) implements Told {
        public Moved {
            codes = List.copyOf(codes);
        }

        /** Our id of the message, or null when it is none of ours. */
        public @Nullable UUID ours() {
            return given == null ? null : given.message();
        }
    }

    /**
     * The person chose in the app's own menu.
     *
     * @param choice what
     */
    record Chose(Choice choice) implements Told {}

    /**
     * The person has other addresses than before (S-23).
     *
     * @param addresses those they left
     */
    record Left(List<Recipient> addresses) implements Told {
        public Left {
            addresses = List.copyOf(addresses);
        }
    }

    /** What the menu offers. */
    enum Choice {
        STOP,
        RESUME,
        SIGN_UP
    }
}
