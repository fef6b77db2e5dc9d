package org.whatsapppolicy.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** Tells what people do: messages they write, and their preferences. */
public final class InboundEvents {

    private final SimulatorClock clock;
    private final Delivery delivery;

    /** For the simulator. */
    public InboundEvents(SimulatorClock clock, Delivery delivery) {
        this.clock = clock;
        this.delivery = delivery;
    }

    /**
     * A message of a person to a number.
     *
     * @param context the message it answers to, null for none
     * @param content fills the object named like the type
     */
    public void message(
            SimulatedNumber number,
            Addressee person,
            String id,
            @Nullable String context,
            String type,
            Consumer<ObjectNode> content) {
        if (!delivery.enabled()) {
            return;
        }
        ObjectNode body = Payload.ofNumber(number, "messages", value -> {
            Payload.contact(value, person.name(), person.shownWaId(), person.userId());
            ObjectNode message = value.putArray("messages").addObject();
            if (context != null) {
                message.putObject("context").put("from", number.digits()).put("id", context);
            }
            if (person.shownWaId() != null) {
                message.put("from", person.shownWaId());
            }
            if (person.userId() != null) {
                message.put("from_user_id", person.userId());
            }
            message.put("id", id)
                    .put("timestamp", Long.toString(clock.millis() / 1000))
                    .put("type", type);
            content.accept(message.putObject(type));
        });
        delivery.send(new Event("messages", type, id, body));
    }

    /** A person stopped or resumed marketing messages by WhatsApp's own menu. */
    public void offers(SimulatedNumber number, Addressee person, boolean stopped) {
        if (!delivery.enabled()) {
            return;
        }
        String value = stopped ? "stop" : "resume";
        ObjectNode body = Payload.ofNumber(number, "user_preferences", node -> {
            Payload.contact(node, person.name(), person.shownWaId(), person.userId());
            ObjectNode preference = node.putArray("user_preferences").addObject();
            if (person.shownWaId() != null) {
                preference.put("wa_id", person.shownWaId());
            }
            if (person.userId() != null) {
                preference.put("user_id", person.userId());
            }
            preference
                    .put("detail", "User requested to " + value + " marketing messages")
                    .put("category", "marketing_messages")
                    .put("value", value)
                    .put("timestamp", clock.millis() / 1000);
        });
        delivery.send(new Event("user_preferences", value, null, body));
    }
}
