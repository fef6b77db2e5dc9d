package org.whatsapppolicy.policy.inbound;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.ledger.CallbackData;
import org.whatsapppolicy.policy.ledger.MessageState;

/** Reads where a message of ours stands. */
final class MovedReader {

    private MovedReader() {}

    /** Null when the platform uses a word this version does not know. */
    static Told.@Nullable Moved read(String wamid, String status, Map<?, ?> told) {
        MessageState state =
                switch (status) {
                    case "sent" -> MessageState.SENT;
                    case "delivered" -> MessageState.DELIVERED;
                    case "read" -> MessageState.READ;
                    case "played" -> MessageState.PLAYED;
                    case "failed" -> MessageState.FAILED;
                    default -> null;
                };
        if (state == null) {
            return null;
        }
        List<Integer> codes = Json.objects(told.get("errors"))
                .map(error -> Json.whole(error, "code"))
                .filter(Objects::nonNull)
                .toList();
        return new Told.Moved(wamid, CallbackData.read(Json.text(told, "biz_opaque_callback_data")), state, codes);
    }
}
