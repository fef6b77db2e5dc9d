package org.whatsapppolicy.simulator.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** One person's chat with one business number. Whatever the person does here opens the service window. */
public final class Chat {

    private final People people;
    private final Person person;
    private final SimulatedNumber number;

    Chat(People people, Person person, SimulatedNumber number) {
        this.people = people;
        this.person = person;
        this.number = number;
    }

    /** Writes a text. Returns the message id. */
    public String writes(String text) {
        return replies(text, null);
    }

    /** Writes a text as an answer to a message of the business. Returns the message id. */
    public String replies(String text, @Nullable String toMessage) {
        return inbound("text", toMessage, content -> content.put("body", text));
    }

    /** Taps a quick-reply button of a template. Returns the message id. */
    public String taps(String payload, String label, @Nullable String ofMessage) {
        return inbound(
                "button", ofMessage, content -> content.put("payload", payload).put("text", label));
    }

    /** Taps a reply button of an interactive message. Returns the message id. */
    public String tapsReply(String id, String title, @Nullable String ofMessage) {
        return inbound("interactive", ofMessage, content -> content.put("type", "button_reply")
                .putObject("button_reply")
                .put("id", id)
                .put("title", title));
    }

    /** Picks a row of a list. Returns the message id. */
    public String picks(String id, String title, @Nullable String ofMessage) {
        return inbound("interactive", ofMessage, content -> content.put("type", "list_reply")
                .putObject("list_reply")
                .put("id", id)
                .put("title", title));
    }

    /** Stops marketing messages by WhatsApp's own menu. That is no message and opens no window. */
    public void stopsOffers() {
        person.offersStopped(true);
        people.events().offers(number, person, true);
    }

    /** Allows marketing messages again. */
    public void resumesOffers() {
        person.offersStopped(false);
        people.events().offers(number, person, false);
    }

    private String inbound(String type, @Nullable String context, Consumer<ObjectNode> content) {
        String id = people.newMessageId();
        person.wroteTo(number.id());
        people.inbound(number);
        people.events().message(number, person, id, context, type, content);
        return id;
    }
}
