package org.whatsapppolicy.simulator.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the ledger. What is null does not matter.
 *
 * @param recipient a phone number in any notation, or a business-scoped user id; webhooks are then those about messages
 *     found
 * @param operation the name of an {@link Operation} in any case; there are no webhooks then
 * @param from the first instant looked at
 * @param to the first instant no longer looked at
 * @param accepted whether the platform took the message
 */
public record LedgerQuery(
        @Nullable String recipient,
        @Nullable String operation,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean accepted) {

    /** One JSON object a line: the requests found, then the webhook attempts. */
    public Stream<String> lines(Ledger ledger) {
        List<LedgerEntry> found = ledger.where(this::matches);
        Stream<String> requests = found.stream().map(JsonLines::of);
        if (operation != null) {
            return requests;
        }
        Set<String> messages = new HashSet<>();
        found.forEach(entry -> messages.add(String.valueOf(entry.wamid())));
        boolean everybody = recipient == null && accepted == null;
        Stream<WebhookAttempt> attempts = ledger.webhooks().stream()
                .filter(attempt -> within(attempt.at()) && (everybody || messages.contains(attempt.id())));
        return Stream.concat(requests, attempts.map(JsonLines::of));
    }

    private boolean matches(LedgerEntry entry) {
        Asked asked = entry.asked();
        return within(asked.at())
                && (accepted == null || accepted == entry.accepted())
                && (operation == null
                        || operation.equalsIgnoreCase(asked.operation().name()))
                && (recipient == null || Ledger.sameRecipient(recipient, asked.recipient()));
    }

    private boolean within(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
