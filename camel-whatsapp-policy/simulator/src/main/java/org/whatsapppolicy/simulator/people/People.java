package org.whatsapppolicy.simulator.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.number.UserIds;
import org.whatsapppolicy.simulator.number.WaId;
import org.whatsapppolicy.simulator.webhook.Webhooks;

/** The people, by phone number or business-scoped user id. Safe for use by several threads. */
public final class People {

    private static final String STAND_IN_NUMBER = "200000000000001";
    private static final int UNREACHABLE = 131026;

    private final ConcurrentHashMap<String, Person> byAddress = new ConcurrentHashMap<>();
    private final WrittenMessages written = new WrittenMessages();
    private final SimulatorClock clock;
    private final Numbers numbers;
    private final Webhooks webhooks;
    private final Supplier<String> messageIds;
    private final UserIds userIds;
    private final Limits limits;
    private final List<ComplaintListener> complaints = new CopyOnWriteArrayList<>();
    private final ChatMemory memory = new ChatMemory();
    private volatile ThreadOwnership threads = ThreadOwnership.NONE;
    private volatile MediaShelf shelf = new NoShelf();
    private volatile boolean contactBook = true;

    /** For the simulator. */
    public People(
            SimulatorClock clock,
            Numbers numbers,
            Webhooks webhooks,
            Supplier<String> messageIds,
            UserIds userIds,
            Limits limits) {
        this.userIds = userIds;
        this.clock = clock;
        this.numbers = numbers;
        this.webhooks = webhooks;
        this.messageIds = messageIds;
        this.limits = limits;
    }

    /**
     * The person with that phone number, in any notation, or that business-scoped user id. Comes into being when asked
     * for.
     */
    public Person person(String address) {
        String key = Recipient.isUserId(address) ? known(address) : WaId.ofPerson(address);
        Person person = byAddress.get(key);
        return person != null
                ? person
                : byAddress.computeIfAbsent(
                        key, any -> any.indexOf('.') < 0 ? new Person(this, any, null) : new Person(this, null, any));
    }

    /** Like {@link #person}, but null for somebody never heard of; takes a {@code wa_id} or user id only. */
    public @Nullable Person find(String address) {
        return byAddress.get(Recipient.isUserId(address) ? known(address) : address);
    }

    /** The phone number behind a user id this simulator gave out; any other id stands for itself. */
    private String known(String userId) {
        String waId = byAddress.containsKey(userId) ? null : userIds.waId(userId);
        return waId == null ? userId : waId;
    }

    UserIds userIds() {
        return userIds;
    }

    /** Everybody heard of so far, in no particular order; each once. */
    public Collection<Person> all() {
        return byAddress.entrySet().stream()
                .filter(entry -> entry.getValue().address().equals(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Brings a crowd into being, whose members behave by themselves. Answers with them in the order of their numbers. */
    public List<Person> populate(Population population) {
        return Crowd.of(this, population);
    }

    /** Tells the listener of blocks, reports and stopped offers from now on. Running the answer ends that. */
    public Runnable hearComplaints(ComplaintListener listener) {
        complaints.add(listener);
        return () -> complaints.remove(listener);
    }

    void complained(Chat chat, Complaint complaint) {
        complaints.forEach(listener -> listener.complained(chat, complaint));
    }

    /** Forgets everybody, their chats and their windows. */
    public void clear() {
        byAddress.clear();
        written.clear();
        memory.clear();
    }

    /** How many messages all chats together keep, those of people included; 200,000 by default, 0 for none. */
    public People keepMessages(long newest) {
        memory.keepAtMost(newest);
        return this;
    }

    /** Tells the listener of every message and tick from now on. Running the answer ends that. */
    public Runnable watch(ChatListener listener) {
        return memory.watch(listener);
    }

    /** Who owns the threads, which decides where messages of people are told. */
    public People threads(ThreadOwnership other) {
        threads = other;
        return this;
    }

    ThreadOwnership threads() {
        return threads;
    }

    /** Where files that people send are put; to begin with they cannot be fetched. */
    public People mediaShelf(MediaShelf other) {
        shelf = other;
        return this;
    }

    /**
     * Whether the portfolio keeps a contact book, as it does to begin with: everybody who ever wrote from, or was written
     * to at, a phone number stays known by it, also with a username.
     */
    public People contactBook(boolean kept) {
        contactBook = kept;
        return this;
    }

    /** Whether that message came from a person within the last 30 days, and is one of the newest 200,000. */
    public boolean hasWritten(String messageId) {
        return chatOf(messageId) != null;
    }

    /** The chat in which a person wrote that message within the last 30 days, null when nobody did. */
    public @Nullable Chat chatOf(String messageId) {
        return written.chatOf(messageId, clock.millis());
    }

    /** Whether the business may react to that message: one a person wrote within 30 days, no reaction itself. */
    public boolean takesReactions(String messageId) {
        return written.takesReactions(messageId, clock.millis());
    }

    void link(String userId, Person person) {
        byAddress.put(userId, person);
    }

    Chat chat(Person person, @Nullable String phoneNumberId) {
        String id = phoneNumberId;
        if (id == null) {
            id = numbers.anyDeclared() ? numbers.all().get(0).id() : STAND_IN_NUMBER;
        }
        return person.chatWith(windowKey(id), numbers.get(id));
    }

    ChatMemory memory() {
        return memory;
    }

    Instant now() {
        return clock.now();
    }

    /** Numbers nobody declared share one window, as nobody can say which of them a person writes to. */
    String windowKey(String phoneNumberId) {
        return numbers.anyDeclared() ? phoneNumberId : STAND_IN_NUMBER;
    }

    void inbound(SimulatedNumber number) {
        limits.inbound(number);
    }

    String newMessageId(Chat chat, String type) {
        String id = messageIds.get();
        written.add(id, chat, type.equals("reaction"), clock.millis());
        return id;
    }

    SimulatorClock clock() {
        return clock;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    MediaShelf shelf() {
        return shelf;
    }

    boolean contactBook() {
        return contactBook;
    }

    /** Moves a person to another phone number; the old one reaches nobody from then on. */
    void moved(String from, String to, Person person) {
        byAddress.put(to, person);
        byAddress.put(from, new Person(this, from, null).failsWith(UNREACHABLE));
    }

    /** Takes away a user id that is nobody's any more. */
    void unlink(@Nullable String userId) {
        if (userId != null) {
            byAddress.remove(userId);
        }
    }

    long millis() {
        return clock.millis();
    }
}
