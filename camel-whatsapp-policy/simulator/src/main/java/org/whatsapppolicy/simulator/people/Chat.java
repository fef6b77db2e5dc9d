package org.whatsapppolicy.simulator.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.webhook.event.CallEvent;
import org.whatsapppolicy.simulator.webhook.event.UserPreference;
import org.whatsapppolicy.simulator.webhook.inbound.Audio;
import org.whatsapppolicy.simulator.webhook.inbound.ButtonTap;
import org.whatsapppolicy.simulator.webhook.inbound.CallPermission;
import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.Contacts;
import org.whatsapppolicy.simulator.webhook.inbound.Content;
import org.whatsapppolicy.simulator.webhook.inbound.Document;
import org.whatsapppolicy.simulator.webhook.inbound.Edit;
import org.whatsapppolicy.simulator.webhook.inbound.FormReply;
import org.whatsapppolicy.simulator.webhook.inbound.Forwarding;
import org.whatsapppolicy.simulator.webhook.inbound.Image;
import org.whatsapppolicy.simulator.webhook.inbound.InboundMessage;
import org.whatsapppolicy.simulator.webhook.inbound.ListPick;
import org.whatsapppolicy.simulator.webhook.inbound.Location;
import org.whatsapppolicy.simulator.webhook.inbound.Order;
import org.whatsapppolicy.simulator.webhook.inbound.Product;
import org.whatsapppolicy.simulator.webhook.inbound.Reaction;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;
import org.whatsapppolicy.simulator.webhook.inbound.Referral;
import org.whatsapppolicy.simulator.webhook.inbound.ReplyTap;
import org.whatsapppolicy.simulator.webhook.inbound.Revocation;
import org.whatsapppolicy.simulator.webhook.inbound.SharedContact;
import org.whatsapppolicy.simulator.webhook.inbound.Sticker;
import org.whatsapppolicy.simulator.webhook.inbound.Text;
import org.whatsapppolicy.simulator.webhook.inbound.Unsupported;
import org.whatsapppolicy.simulator.webhook.inbound.Video;
import org.whatsapppolicy.simulator.webhook.inbound.Welcome;

/**
 * One person's chat with one business number. Messages and calls open the service window; what is done in menus does
 * not. Methods that send return the id of the message.
 *
 * <p>Safe for use by several threads.
 */
public final class Chat {

    private static final byte[] FILE = "a file".getBytes(StandardCharsets.US_ASCII);
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

    /** Sends anything, under any circumstances: what all other methods come down to. */
    public String sends(Content content, Circumstances circumstances) {
        String id = people.newMessageId(this, content.type());
        if (person.isShutOut(number.id())) {
            return id;
        }
        InboundMessage message = new InboundMessage(
                number, person.seenBy(number.id()), id, people.millis() / 1000, content, circumstances);
        person.wroteTo(number.id());
        people.inbound(number);
        if (people.memory().keepsAny()) {
            ShownContent shown = InboundContent.of(content);
            add(new ShownMessage(id, false, people.now(), shown, circumstances.replyTo(), Progress.DELIVERED, 0));
        }
        people.webhooks().tell(message);
        return id;
    }

    /** Sends anything. */
    public String sends(Content content) {
        return sends(content, Circumstances.NONE);
    }

    /** Writes a text. */
    public String writes(String text) {
        return sends(new Text(text));
    }

    /** Writes a text as an answer to a message of the business. */
    public String replies(String text, @Nullable String toMessage) {
        return sends(new Text(text), Circumstances.replyTo(toMessage));
    }

    /** Passes a text on. */
    public String forwards(String text, Forwarding how) {
        return sends(new Text(text), Circumstances.NONE.forwarded(how));
    }

    /** Comes from an ad or a post and writes: an answer within 24 hours opens the 72 hours of a free entry point. */
    public String comesFrom(Referral referral, String text) {
        person.cameFromAd(number.id());
        return sends(new Text(text), Circumstances.NONE.from(referral));
    }

    /** Asks about a product seen in the catalogue. */
    public String asksAbout(Product product, String text, @Nullable String ofMessage) {
        return sends(new Text(text), Circumstances.replyTo(ofMessage).about(product));
    }

    /** Taps a quick-reply button of a template. */
    public String taps(String payload, String label, @Nullable String ofMessage) {
        return sends(new ButtonTap(payload, label), Circumstances.replyTo(ofMessage));
    }

    /** Taps a reply button of an interactive message. */
    public String tapsReply(String id, String title, @Nullable String ofMessage) {
        return sends(new ReplyTap(id, title), Circumstances.replyTo(ofMessage));
    }

    /** Picks a row of a list. */
    public String picks(String id, String title, @Nullable String ofMessage) {
        return sends(new ListPick(id, title, null), Circumstances.replyTo(ofMessage));
    }

    /**
     * Finishes a flow.
     *
     * @param responseJson the answers as JSON, told as a text
     */
    public String fillsIn(String responseJson, @Nullable String ofMessage) {
        return sends(FormReply.flow(responseJson), Circumstances.replyTo(ofMessage));
    }

    /** Gives an address that was asked for. */
    public String givesAddress(String shown, String responseJson, @Nullable String ofMessage) {
        return sends(FormReply.address(shown, responseJson), Circumstances.replyTo(ofMessage));
    }

    /** Allows the business to call, for seven days. */
    public String allowsCalls(@Nullable String ofMessage) {
        long until = people.millis() / 1000 + Duration.ofDays(7).toSeconds();
        return sends(new CallPermission(true, until), Circumstances.replyTo(ofMessage));
    }

    /** Does not allow the business to call. */
    public String refusesCalls(@Nullable String ofMessage) {
        return sends(new CallPermission(false, null), Circumstances.replyTo(ofMessage));
    }

    /** Sends a picture. */
    public String sendsImage(@Nullable String caption) {
        return sends(new Image(file("image/jpeg", FILE), caption));
    }

    /** Sends a film. */
    public String sendsVideo(@Nullable String caption) {
        return sends(new Video(file("video/mp4", FILE), caption));
    }

    /** Sends a sound. */
    public String sendsAudio() {
        return sends(new Audio(file("audio/mpeg", FILE), false));
    }

    /** Records a voice message. */
    public String speaks() {
        return sends(new Audio(file("audio/ogg; codecs=opus", FILE), true));
    }

    /** Sends a document. */
    public String sendsDocument(String filename, @Nullable String caption) {
        return sends(new Document(file("application/pdf", FILE), caption, filename));
    }

    /** Sends a sticker. */
    public String sendsSticker() {
        return sends(new Sticker(file("image/webp", FILE), false));
    }

    /** Puts a file where the business can fetch it, to be sent in a content of one's own. */
    public ReceivedMedia file(String mimeType, byte[] bytes) {
        return people.shelf().keep(number, mimeType, bytes);
    }

    /** Sends a place. */
    public String sharesLocation(Location location) {
        return sends(location);
    }

    /** Sends a place that was asked for. */
    public String sharesLocation(Location location, @Nullable String ofMessage) {
        return sends(location, Circumstances.replyTo(ofMessage));
    }

    /** Sends the card of somebody else. */
    public String sharesContact(String name, String phone) {
        SharedContact card = SharedContact.of(name, phone);
        return sends(new Contacts(List.of(person.shownWaId(number.id()) == null ? card.asVcard() : card)));
    }

    /** Gives the own phone number, which was asked for; the business knows it from then on. */
    public String sharesOwnNumber(@Nullable String ofMessage) {
        String id =
                sends(new Contacts(List.of(SharedContact.own(person.phoneNumber()))), Circumstances.replyTo(ofMessage));
        person.writtenToByPhone(number.id());
        return id;
    }

    /** Puts an emoji on a message. */
    public String reacts(String emoji, String toMessage) {
        return sends(new Reaction(toMessage, emoji));
    }

    /** Takes the emoji away. */
    public String takesReactionBack(String fromMessage) {
        return sends(new Reaction(fromMessage, null));
    }

    /** Sends a cart. */
    public String orders(String catalogId, Order.Item... items) {
        return sends(new Order(catalogId, "", List.of(items)));
    }

    /** Changes the text of an own message. */
    public String edits(String ownMessage, String text) {
        return sends(new Edit(ownMessage, null, new Text(text)));
    }

    /** Deletes an own message for everybody. */
    public String revokes(String ownMessage) {
        return sends(new Revocation(ownMessage));
    }

    /**
     * Sends something that webhooks do not hand on.
     *
     * @param kind such as {@code poll_creation}; null leaves it out
     */
    public String sendsUnsupported(@Nullable String kind) {
        return sends(new Unsupported(kind, 131051));
    }

    /** Opens the chat for the first time, in the days when that was told. */
    public String opens() {
        return sends(new Welcome());
    }

    /** Calls, and hangs up after a while. Returns the id of the call. */
    public String calls(Duration lasted) {
        String id = "wacid." + people.newMessageId(this, "call").substring("wamid.".length());
        if (person.isShutOut(number.id())) {
            return id;
        }
        long begin = people.millis() / 1000;
        people.webhooks().tell(new CallEvent(number, person.seenBy(number.id()), id, begin, null));
        people.webhooks()
                .tell(new CallEvent(number, person.seenBy(number.id()), id, begin + lasted.toSeconds(), lasted));
        person.wroteTo(number.id());
        return id;
    }

    /** Stops marketing messages by WhatsApp's own menu. That is no message and opens no window. */
    public void stopsOffers() {
        person.offersStopped(true);
        people.complained(this, Complaint.STOPPED_OFFERS);
        prefers("stop", null);
    }

    /** Allows marketing messages again. */
    public void resumesOffers() {
        person.offersStopped(false);
        prefers("resume", null);
    }

    /** Signs up for marketing messages by a link. */
    public void signsUp(String signupId) {
        person.offersStopped(false);
        prefers("signup", signupId);
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

    private void prefers(String value, @Nullable String signupId) {
        people.webhooks()
                .tell(new UserPreference(number, person.seenBy(number.id()), value, signupId, people.millis() / 1000));
    }

    /** A note of the platform about the person, which opens no window. */
    String notes(Content content) {
        String id = people.newMessageId(this, content.type());
        people.webhooks()
                .tell(new InboundMessage(
                        number, person.seenBy(number.id()), id, people.millis() / 1000, content, Circumstances.NONE));
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
