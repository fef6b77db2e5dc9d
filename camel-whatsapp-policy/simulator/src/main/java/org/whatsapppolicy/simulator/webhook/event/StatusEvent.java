package org.whatsapppolicy.simulator.webhook.event;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/**
 * What became of a message: sent, delivered, read, played or failed. A failed status has no {@code contacts}, and tells
 * the user id only to those who wrote to it.
 *
 * @param recipient the person as seen at that moment
 * @param seconds when it became so
 * @param failure why, for failed ones only
 * @param form what it tells of all that
 */
public record StatusEvent(
        SentMessage message,
        SeenPerson recipient,
        String status,
        long seconds,
        @Nullable GraphError failure,
        StatusForm form)
        implements ListedEvent {

    private static final SeenPerson NOBODY = new SeenPerson("Somebody", null, null, null, null);

    /** The status of a message at this moment. */
    public static StatusEvent of(SentMessage message, String status, long seconds, @Nullable GraphError failure) {
        return new StatusEvent(message, recipient(message), status, seconds, failure, StatusForm.USUAL);
    }

    /** The same, told in that form. */
    public StatusEvent as(StatusForm other) {
        return new StatusEvent(message, recipient, status, seconds, failure, other);
    }

    /** Who writes to a phone number knows it, so it is never left out for them. */
    private static SeenPerson recipient(SentMessage message) {
        Addressee person = message.participant() != null ? message.participant() : message.person();
        SeenPerson seen =
                person == null ? NOBODY : person.seenBy(message.sender().id());
        String address = message.recipient().address();
        return switch (message.recipient().kind()) {
            case PHONE -> new SeenPerson(seen.name(), seen.username(), address, seen.userId(), seen.parentUserId());
            case USER_ID ->
                seen.userId() != null
                        ? seen
                        : new SeenPerson(seen.name(), seen.username(), seen.waId(), address, seen.parentUserId());
            case GROUP -> seen;
        };
    }

    @Override
    public String field() {
        return "messages";
    }

    @Override
    public String kind() {
        return status;
    }

    @Override
    public String id() {
        return message.wamid();
    }

    @Override
    public SimulatedNumber number() {
        return message.sender();
    }

    @Override
    public String list() {
        return "statuses";
    }

    private boolean toGroup() {
        return message.recipient().kind() == Recipient.Kind.GROUP;
    }

    @Override
    public boolean tellsContact() {
        return form.contact() && failure == null && !toGroup();
    }

    @Override
    public void contact(JsonBytes json) {
        recipient.contact(json);
    }

    @Override
    public void element(JsonBytes json) {
        json.put("id", message.wamid()).put("status", status).put("timestamp", Long.toString(seconds));
        if (form.recipient()) {
            to(json);
        }
        json.put("type", form.typed() ? "message" : null)
                .put("recipient_identity_key_hash", message.identityKeyHash())
                .put("biz_opaque_callback_data", message.callbackData());
        if (failure != null) {
            ErrorEntry.list(failure, form.errors(), json);
            return;
        }
        if (message.conversation() != null) {
            message.conversation().write(json);
        }
        // Played is told without a price.
        if (form.price() && !status.equals("played")) {
            message.pricing().write(json);
        }
    }

    private void to(JsonBytes json) {
        if (toGroup()) {
            json.put("recipient_id", message.recipient().address())
                    .put("recipient_type", "group")
                    .put("recipient_participant_id", recipient.waId())
                    .put("recipient_participant_user_id", recipient.userId());
        } else {
            json.put("recipient_id", recipient.waId());
            if (failure == null || message.recipient().kind() == Recipient.Kind.USER_ID) {
                json.put("recipient_user_id", recipient.userId())
                        .put("recipient_parent_user_id", recipient.parentUserId());
            }
        }
    }
}
