package org.whatsapppolicy.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.shown.Progress;

/** Tells what becomes of an accepted message: sent, delivered, read, or failed. */
public final class Statuses {

    private final SimulatorClock clock;
    private final Delivery delivery;

    /** For the simulator. */
    public Statuses(SimulatorClock clock, Delivery delivery) {
        this.clock = clock;
        this.delivery = delivery;
    }

    /** Shows it in the chat, and tells the receiver. */
    public void tell(SentMessage message, Progress progress, @Nullable GraphError failure) {
        Addressee person = message.person();
        if (person != null) {
            person.progressed(message.sender().id(), message.wamid(), progress, failure == null ? 0 : failure.code());
        }
        if (delivery.enabled()) {
            delivery.send(event(message, progress.name().toLowerCase(Locale.ROOT), failure));
        }
    }

    private Event event(SentMessage message, String status, @Nullable GraphError failure) {
        ObjectNode body = Payload.ofNumber(message.sender(), "messages", value -> {
            Addressee person = message.person();
            boolean byPhone = message.recipient().kind() != Recipient.Kind.USER_ID;
            String address = message.recipient().address();
            String waId = byPhone ? address : person == null ? null : person.shownWaId();
            String userId = !byPhone ? address : person == null ? null : person.userId();
            if (failure == null) {
                Payload.contact(value, person == null ? "Somebody" : person.name(), waId, userId);
            }
            ObjectNode entry = value.putArray("statuses").addObject();
            entry.put("id", message.wamid())
                    .put("status", status)
                    .put("timestamp", Long.toString(clock.millis() / 1000));
            if (waId != null) {
                entry.put("recipient_id", waId);
            }
            // A failed status tells the user id only to those who wrote to it.
            if (userId != null && (failure == null || !byPhone)) {
                entry.put("recipient_user_id", userId);
            }
            if (message.callbackData() != null) {
                entry.put("biz_opaque_callback_data", message.callbackData());
            }
            if (failure == null) {
                pricing(entry, message.category());
            } else {
                error(entry, failure);
            }
        });
        return new Event("messages", status, message.wamid(), body);
    }

    private static void pricing(ObjectNode entry, String category) {
        boolean service = category.equals("service");
        entry.putObject("pricing")
                .put("billable", !service)
                .put("pricing_model", "PMP")
                .put("type", service ? "free_customer_service" : "regular")
                .put("category", category);
    }

    private static void error(ObjectNode entry, GraphError failure) {
        ObjectNode error = entry.putArray("errors").addObject();
        error.put("code", failure.code()).put("title", failure.title()).put("message", failure.title());
        if (failure.details() != null) {
            error.putObject("error_data").put("details", failure.details());
        }
        error.put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
    }
}
