package org.whatsapppolicy.policy.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;

/** Reads what the platform tells of a call (platform page on webhooks of calls). Every field may be missing. */
final class CallReader {

    private final RecipientReader recipients;
    private final Map<?, ?> value;
    private final Map<?, ?> call;

    /**
     * @param value what the call stands in, where its people are named
     * @param call one of the calls
     */
    CallReader(RecipientReader recipients, Map<?, ?> value, Map<?, ?> call) {
        this.recipients = recipients;
        this.value = value;
        this.call = call;
    }

    /** Every address by which it names the person at the other end. */
    List<Recipient> people() {
        String side = "BUSINESS_INITIATED".equals(Json.text(call, "direction")) ? "to" : "from";
        String number = Json.text(call, side);
        List<@Nullable String> named = new ArrayList<>();
        named.add(number);
        named.add(Json.text(call, side + "_user_id"));
        named.add(Json.text(call, side + "_parent_user_id"));
        // The end of a call has the user id there alone.
        Json.objects(value.get("contacts"))
                .filter(contact -> Objects.equals(Json.text(contact, "wa_id"), number))
                .forEach(contact -> {
                    named.add(Json.text(contact, "user_id"));
                    named.add(Json.text(contact, "parent_user_id"));
                });
        return WebhookReader.people(recipients, named.toArray(new @Nullable String[0])).stream()
                .distinct()
                .toList();
    }

    Noticed.Called told() {
        boolean talked = "COMPLETED".equals(Json.text(call, "status"));
        return new Noticed.Called(
                Json.text(call, "id"),
                people().stream().findFirst().orElse(null),
                Json.text(call, "event"),
                Json.text(call, "direction"),
                talked ? Json.instant(call, "start_time") : null);
    }
}
