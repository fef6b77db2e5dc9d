package org.whatsapppolicy.policy.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stands, for those who ask.
 *
 * @param id our id
 * @param purpose why it was sent
 * @param state where it stands
 * @param attempt from 1
 * @param changed when it came there
 * @param notBefore when a held message is decided again, or null
 * @param wamid the platform's id once it was accepted, or null
 * @param errorCode the platform's code of the last refusal, or 0
 * @param reasons codes of the last decision
 */
public record MessageStatus(
        UUID id,
        String purpose,
        MessageState state,
        int attempt,
        Instant changed,
        @Nullable Instant notBefore,
        @Nullable String wamid,
        int errorCode,
        List<String> reasons) {

    public MessageStatus {
        reasons = List.copyOf(reasons);
    }
}
