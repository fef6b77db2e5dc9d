package org.whatsapppolicy.simulator.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.shown.ShownTemplate;

/**
 * One person's chat with one business number. Whatever the person does here opens the service window.
 *
 * <p>Safe for use by several threads.
 */
public final class Chat {

    private static final long TYPING_MILLIS = 25_000;

    private final People people;
    private final Person person;
    private final SimulatedNumber number;
    private volatile @Nullable ShownTemplate latestTemplate;
    private final ArrayDeque<Bubble> bubbles = new ArrayDeque<>(1);
    private volatile long typingUntil;

    Chat(People people, Person person, SimulatedNumber number) {
        this.people = people;
        this.person = person;
        this.number = number;
    }

    /** Whose chat it is. */
    public Person person() {
        return person;
    }

    /** The business number at the other end. */
    public SimulatedNumber number() {
        return number;
    }

    /** What stands in the chat, oldest first, as far as it is kept; see {@link People#keepMessages}. */
    public List<ShownMessage> messages() {
        synchronized (bubbles) {
            List<ShownMessage> messages = new ArrayList<>(bubbles.size());
            bubbles.forEach(bubble -> messages.add(bubble.message));
            return messages;
        }
    }

    /** The newest message, null while there is none. */
    public @Nullable ShownMessage latest() {
        synchronized (bubbles) {
            Bubble last = bubbles.peekLast();
            return last == null ? null : last.message;
        }
    }

    /** The message of that id, null when it is not there or not kept. */
    public @Nullable ShownMessage message(String id) {
        synchronized (bubbles) {
            Bubble bubble = bubble(id);
            return bubble == null ? null : bubble.message;
        }
    }

    /** How many messages of the business arrived that the person has not read. */
    public int unread() {
        synchronized (bubbles) {
            return (int) bubbles.stream()
                    .filter(bubble -> bubble.message.fromBusiness() && bubble.message.progress() == Progress.DELIVERED)
                    .count();
        }
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
        people.complained(this, Complaint.STOPPED_OFFERS);
        people.events().offers(number, person, true);
    }

    /** Allows marketing messages again. */
    public void resumesOffers() {
        person.offersStopped(false);
        people.events().offers(number, person, false);
    }

    /**
     * Blocks the business: nothing it sends arrives any more, and the platform tells nobody. Bad for the quality of the
     * number and of the last template.
     */
    public void blocks() {
        person.blocks(number.id(), true);
        people.complained(this, Complaint.BLOCKED);
    }

    /** Lets the business write again. */
    public void unblocks() {
        person.blocks(number.id(), false);
    }

    /** Blocks the business and reports it as spam, which weighs more. */
    public void reports() {
        person.blocks(number.id(), true);
        people.complained(this, Complaint.REPORTED);
    }

    /** The last template that arrived here, null when there was none. */
    public @Nullable ShownTemplate latestTemplate() {
        return latestTemplate;
    }

    /** A message of the business arrived on the phone. For the simulator. */
    public void received(@Nullable ShownTemplate template) {
        if (template != null) {
            latestTemplate = template;
        }
    }

    private String inbound(String type, @Nullable String context, Consumer<ObjectNode> content) {
        String id = people.newMessageId(this, type);
        if (person.isShutOut(number.id())) {
            return id;
        }
        person.wroteTo(number.id());
        people.inbound(number);
        if (people.memory().keepsAny()) {
            ObjectNode written = JsonNodeFactory.instance.objectNode();
            content.accept(written);
            Instant at = people.now();
            ShownContent shown = InboundContent.of(type, written);
            add(new ShownMessage(id, false, at, shown, context, Progress.DELIVERED, 0));
        }
        people.events().message(number, person, id, context, type, content);
        return id;
    }

    /** Shows a message of the business that was just accepted. For the simulator. */
    public void accepted(String id, ShownContent content, @Nullable String repliesTo) {
        typingUntil = 0;
        if (people.memory().keepsAny()) {
            add(new ShownMessage(id, true, people.now(), content, repliesTo, Progress.ACCEPTED, 0));
        }
    }

    /** Marks a message of the person as read by the business, and all before it. For the simulator. */
    public void readByBusiness(String id) {
        List<ShownMessage> changed = new ArrayList<>();
        synchronized (bubbles) {
            if (bubble(id) == null) {
                return;
            }
            for (Bubble bubble : bubbles) {
                ShownMessage read = bubble.message.now(Progress.READ, 0);
                if (!bubble.message.fromBusiness() && !read.equals(bubble.message)) {
                    bubble.message = read;
                    changed.add(read);
                }
                if (bubble.message.id().equals(id)) {
                    break;
                }
            }
        }
        changed.forEach(message -> people.memory().tell(this, message));
    }

    /** Shows that the business is typing. For the simulator. */
    public void businessTypes() {
        typingUntil = people.millis() + TYPING_MILLIS;
    }

    /** Whether the app shows the business typing: for 25 seconds, or until it answers. */
    public boolean businessTyping() {
        return people.millis() < typingUntil;
    }

    /** Moves the ticks of a message on. For the simulator. */
    public void progressed(String id, Progress progress, int failure) {
        ShownMessage changed;
        synchronized (bubbles) {
            Bubble bubble = bubble(id);
            if (bubble == null) {
                return;
            }
            changed = bubble.message.now(progress, failure);
            if (changed.equals(bubble.message)) {
                return;
            }
            bubble.message = changed;
        }
        people.memory().tell(this, changed);
    }

    private void add(ShownMessage message) {
        synchronized (bubbles) {
            bubbles.add(new Bubble(message));
        }
        people.memory().added(this);
        people.memory().tell(this, message);
    }

    void forgetOldest() {
        synchronized (bubbles) {
            bubbles.poll();
        }
    }

    private @Nullable Bubble bubble(String id) {
        for (Iterator<Bubble> newestFirst = bubbles.descendingIterator(); newestFirst.hasNext(); ) {
            Bubble bubble = newestFirst.next();
            if (bubble.message.id().equals(id)) {
                return bubble;
            }
        }
        return null;
    }

    /** A place in the chat; what stands there changes with the ticks. Guarded by the list it is in. */
    private static final class Bubble {

        private ShownMessage message;

        Bubble(ShownMessage message) {
            this.message = message;
        }
    }
}
