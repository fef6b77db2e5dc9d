package org.whatsapppolicy.simulator.people;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.webhook.event.Addressee;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;

/**
 * A person with WhatsApp on the phone. Does as told by the test; left alone, takes every message and reads it.
 *
 * <p>Safe for use by several threads.
 */
public final class Person implements Addressee, UsualChat {

    private final People people;
    private final ConcurrentHashMap<String, Chat> chats = new ConcurrentHashMap<>(1);
    private final Standing standing = new Standing();
    private final Identity identity;
    private volatile boolean reads = true;
    private volatile boolean offersStopped;
    private volatile int failure;
    private volatile @Nullable Behaviour behaviour;
    private volatile long seed;
    private final AtomicInteger received = new AtomicInteger();
    private final Phone phone;

    Person(People people, @Nullable String waId, @Nullable String userId) {
        this.people = people;
        this.phone = new Phone(people.clock());
        this.identity = new Identity(people.userIds(), waId, userId);
    }

    /** Sets the profile name. */
    public Person named(String other) {
        identity.name = other;
        return this;
    }

    /** Gives the person a business-scoped user id, by which it can be written to from now on. */
    public Person withUserId(String id) {
        identity.givenUserId = id;
        people.link(id, this);
        return this;
    }

    /** Gives the person the id that linked portfolios share. */
    public Person withParentUserId(String id) {
        identity.parentUserId = id;
        people.link(id, this);
        return this;
    }

    /**
     * Adopts a username. From now on the phone number is told only to numbers that know it: from a message either way in
     * the last 30 days, or by the contact book; see {@link People#contactBook}.
     *
     * @param other without the leading at sign
     */
    public Person withUsername(String other) {
        identity.username = other;
        return this;
    }

    /** Removes the person from the portfolio's contact book. */
    public Person leavesContactBook() {
        identity.leavesContactBook();
        return this;
    }

    /** Gives the person another identity key, as a new phone does; messages that insist on the old one fail. */
    public Person withIdentityKeyHash(String hash) {
        identity.keyHash = hash;
        return this;
    }

    /** The hash that {@code recipient_identity_key_hash} is compared with. */
    public String identityKeyHash() {
        return identity.identityKeyHash();
    }

    /** Always leaves the phone number out of webhooks, whoever knows it. Needs a user id. */
    public Person hidingPhone() {
        identity.hidesPhone = true;
        return this;
    }

    /** Whether a {@code read} status follows delivery. True to begin with. */
    public Person reads(boolean now) {
        reads = now;
        return this;
    }

    /** Lets every message to this person fail later with that code, such as 131026; 0 ends that. */
    public Person failsWith(int code) {
        failure = code;
        return this;
    }

    /** Takes messages like that from now on, with the seed 0. */
    public Person behaves(Behaviour other) {
        return behaves(other, 0);
    }

    /** Takes messages like that from now on. The same seed and the same messages lead to the same deeds. */
    public Person behaves(Behaviour other, long withSeed) {
        seed = withSeed;
        behaviour = other;
        return this;
    }

    /** How the person takes messages; null for the simulator's delays and nothing else. */
    public @Nullable Behaviour behaviour() {
        return behaviour;
    }

    /** The phone, which can be switched off. */
    public Phone phone() {
        return phone;
    }

    /** How the next message will fare. For the simulator. */
    public Course course() {
        return new Course(behaviour, seed, address(), received.getAndIncrement());
    }

    /** Whether the person has blocked that number: nothing it sends arrives any more. */
    public boolean hasBlocked(String phoneNumberId) {
        return standing.hasBlocked(phoneNumberId);
    }

    void blocks(String phoneNumberId, boolean now) {
        standing.blocks(phoneNumberId, now);
    }

    /** Whether a free entry point is open with that number, and until when in milliseconds; null when it is not. */
    public @Nullable Long entryPointEnds(String phoneNumberId) {
        return standing.entryPoints().ends(phoneNumberId, people.millis());
    }

    /** The business answered, which may open a free entry point. For the simulator. */
    public void answeredBy(String phoneNumberId) {
        standing.entryPoints().answered(phoneNumberId, people.millis());
    }

    void cameFromAd(String phoneNumberId) {
        standing.entryPoints().cameFromAd(phoneNumberId, people.millis());
    }

    /** What the person is known by here: the phone number in digits, or the user id of those without one. */
    public String address() {
        return identity.address();
    }

    /** The chats there are, in no particular order. */
    public List<Chat> chats() {
        return List.copyOf(chats.values());
    }

    @Override
    public Chat chat() {
        return people.chat(this, null);
    }

    /** The chat with one number. */
    public Chat chat(String phoneNumberId) {
        return people.chat(this, phoneNumberId);
    }

    /**
     * Takes another phone number along with all chats. The user id changes with it; every number written with is told.
     * The old number reaches nobody from then on.
     */
    public Person changesNumberTo(String phone) {
        new Moves(people, this, identity).toNumber(phone);
        return this;
    }

    /** Gets another user id, of which every number written with is told. */
    public Person changesUserId(String id) {
        new Moves(people, this, identity).toUserId(id);
        return this;
    }

    /** Gets another identity key, as with a new phone, of which every number written with is told. */
    public Person changesIdentity(String hash) {
        new Moves(people, this, identity).toIdentity(hash);
        return this;
    }

    /** The phone number in digits, whoever may see it. */
    String phoneNumber() {
        return identity.phoneNumber();
    }

    /** Whether free-form messages of that number reach the person: for 24 hours after the last message, end excluded. */
    public boolean windowOpen(String phoneNumberId) {
        return openUntil(phoneNumberId) != null;
    }

    Chat chatWith(String key, SimulatedNumber number) {
        Chat known = chats.get(key);
        return known != null ? known : chats.computeIfAbsent(key, any -> new Chat(people, this, number));
    }

    /** Until when free-form messages of that number reach the person; null while the window is closed. */
    public @Nullable Instant windowEnds(String phoneNumberId) {
        Long end = openUntil(phoneNumberId);
        return end == null ? null : Instant.ofEpochMilli(end);
    }

    private @Nullable Long openUntil(String phoneNumberId) {
        return standing.windowEnds(people.windowKey(phoneNumberId), people.millis());
    }

    void wroteTo(String phoneNumberId) {
        standing.openWindow(people.windowKey(phoneNumberId), people.millis());
        if (shownWaId(phoneNumberId) != null) {
            identity.met(phoneNumberId, people.millis());
        }
    }

    void offersStopped(boolean now) {
        offersStopped = now;
    }

    /** Whether that number has blocked the person, who can then neither write to it nor be written to (130403). */
    public boolean isShutOut(String phoneNumberId) {
        return standing.isShutOut(phoneNumberId);
    }

    /** Lets a number block or unblock the person, as {@code block_users} does. */
    public void shutOut(String phoneNumberId, boolean now) {
        standing.shutOut(phoneNumberId, now);
    }

    /** Whether marketing was stopped. */
    public boolean offersStopped() {
        return offersStopped;
    }

    /** See {@link #failsWith}. */
    public int failure() {
        return failure;
    }

    /** The profile name. */
    public String name() {
        return identity.name;
    }

    /** The business-scoped user id, null for none. */
    public @Nullable String userId() {
        return identity.userId();
    }

    /** The phone number in digits, null where the platform leaves it out for that number. */
    @Nullable
    String shownWaId(String phoneNumberId) {
        return identity.shownWaId(phoneNumberId, people.millis(), people.contactBook());
    }

    @Override
    public SeenPerson seenBy(String phoneNumberId) {
        return identity.seenBy(phoneNumberId, people.millis(), people.contactBook());
    }

    @Override
    public void writtenToByPhone(String phoneNumberId) {
        identity.met(phoneNumberId, people.millis());
    }

    @Override
    public void progressed(String phoneNumberId, String wamid, Progress progress, int code) {
        chat(phoneNumberId).progressed(wamid, progress, code);
    }

    @Override
    public boolean readsMessages() {
        return reads;
    }
}
