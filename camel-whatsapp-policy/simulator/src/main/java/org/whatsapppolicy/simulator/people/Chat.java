package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.webhook.event.Standby;
import org.whatsapppolicy.simulator.webhook.event.UserPreference;
import org.whatsapppolicy.simulator.webhook.inbound.CallPermission;
import org.whatsapppolicy.simulator.webhook.inbound.Circumstances;
import org.whatsapppolicy.simulator.webhook.inbound.Contacts;
import org.whatsapppolicy.simulator.webhook.inbound.Content;
import org.whatsapppolicy.simulator.webhook.inbound.InboundMessage;
import org.whatsapppolicy.simulator.webhook.inbound.ReceivedMedia;
import org.whatsapppolicy.simulator.webhook.inbound.Referral;
import org.whatsapppolicy.simulator.webhook.inbound.SharedContact;
import org.whatsapppolicy.simulator.webhook.inbound.Text;

/**
 * One person's chat with one business number. Messages and calls open the service window; what is done in menus does
 * not. Methods that send return the id of the message.
 *
 * <p>Safe for use by several threads.
 */
public final class Chat implements Writer {

    private static final long TYPING_MILLIS = 25_000;

    private final People people;
    private final Person person;
    private final SimulatedNumber number;
    private volatile @Nullable ShownTemplate latestTemplate;
    private final Bubbles bubbles = new Bubbles();
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
        return bubbles.list();
    }

    /** The newest message, null while there is none. */
    public @Nullable ShownMessage latest() {
        return bubbles.newest();
    }

    /** The message of that id, null when it is not there or not kept. */
    public @Nullable ShownMessage message(String id) {
        return bubbles.find(id);
    }

    /** How many messages of the business arrived that the person has not read. */
    public int unread() {
        return bubbles.unread();
    }

    @Override
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
        boolean standby = people.threads().elsewhere(number.id(), person);
        people.webhooks().tell(standby ? new Standby(message) : message);
        return id;
    }

    /** Comes from an ad or a post and writes: an answer within 24 hours opens the 72 hours of a free entry point. */
    public String comesFrom(Referral referral, String text) {
        person.cameFromAd(number.id());
        return sends(new Text(text), Circumstances.NONE.from(referral));
    }

    /** Allows the business to call, for seven days. */
    public String allowsCalls(@Nullable String ofMessage) {
        long until = people.millis() / 1000 + Duration.ofDays(7).toSeconds();
        return sends(new CallPermission(true, until), Circumstances.replyTo(ofMessage));
    }

    @Override
    public ReceivedMedia file(String mimeType, byte[] bytes) {
        return people.shelf().keep(number, mimeType, bytes);
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

    /** Calls, and hangs up after a while. Returns the id of the call. */
    public String calls(Duration lasted) {
        String id = "wacid." + people.newMessageId(this, "call").substring("wamid.".length());
        if (!person.isShutOut(number.id())) {
            new PhoneCall(people, this, id).rings(lasted);
            person.wroteTo(number.id());
        }
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

    /** Mutes the chat. Everything arrives as before; a little bad for quality. */
    public void mutes() {
        people.complained(this, Complaint.MUTED);
    }

    /** Archives the chat. Everything arrives as before; a little bad for quality. */
    public void archives() {
        people.complained(this, Complaint.ARCHIVED);
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
        bubbles.readUpTo(id).forEach(message -> people.memory().tell(this, message));
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
        ShownMessage changed = bubbles.moveOn(id, progress, failure);
        if (changed != null) {
            people.memory().tell(this, changed);
        }
    }

    private void add(ShownMessage message) {
        bubbles.add(message);
        people.memory().added(this);
        people.memory().tell(this, message);
    }

    void forgetOldest() {
        bubbles.forgetOldest();
    }
}
