package org.whatsapppolicy.policy.inbound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.address.UnreadableRecipient;

/**
 * Splits a delivery of the platform into events. Total: whatever stands there, it throws nothing and drops nothing; what it
 * cannot read is an event of kind UNKNOWN with its raw JSON. Thread-safe.
 */
public final class WebhookReader {

    private final RecipientReader recipients = new RecipientReader();

    /**
     * The events of one delivery, in its order.
     *
     * @param delivery the JSON object that was posted
     */
    public List<InboundEvent> read(Map<String, ?> delivery) {
        List<InboundEvent> events = new ArrayList<>();
        for (Map<?, ?> entry : Json.objects(delivery.get("entry")).toList()) {
            for (Map<?, ?> change : Json.objects(entry.get("changes")).toList()) {
                String field = Json.text(change, "field");
                Change read =
                        new Change(field == null ? "" : field, Json.object(change.get("value")), entry, recipients);
                events.addAll(read.events());
            }
        }
        if (events.isEmpty()) {
            Map<String, Object> raw = new LinkedHashMap<>(delivery);
            events.add(new InboundEvent(
                    EventKind.UNKNOWN, EventKey.of("", null, raw), "", null, List.of(), null, null, raw, raw));
        }
        return events;
    }

    /** Those of the addresses that name somebody, in their order. */
    static List<Recipient> people(RecipientReader recipients, @Nullable String... addresses) {
        List<Recipient> people = new ArrayList<>();
        for (String address : addresses) {
            if (address != null) {
                // The platform writes numbers without the plus sign.
                boolean digits = !address.isEmpty() && address.chars().allMatch(c -> c >= '0' && c <= '9');
                Recipient read = recipients.read(digits ? "+" + address : address, null);
                if (!(read instanceof UnreadableRecipient)) {
                    people.add(read);
                }
            }
        }
        return people;
    }
}
