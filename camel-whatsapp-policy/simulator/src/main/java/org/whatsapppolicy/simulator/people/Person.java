package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.webhook.Addressee;

/**
 * A person with WhatsApp on the phone. Does as told by the test; left alone, takes every message and reads it.
 *
 * <p>Safe for use by several threads.
 */
public final class Person implements Addressee {

    private static final long WINDOW_MILLIS = Duration.ofHours(24).toMillis();

    private final People people;
    private final ConcurrentHashMap<String, Long> windowEnds = new ConcurrentHashMap<>(1);
    private final ConcurrentHashMap<String, Chat> chats = new ConcurrentHashMap<>(1);
    private final Set<String> shutOut = ConcurrentHashMap.newKeySet();
    private final @Nullable String waId;
    private volatile @Nullable String userId;
    private volatile @Nullable String identityKeyHash;
    private volatile String name = "Somebody";
    private volatile boolean hidesPhone;
    private volatile boolean reads = true;
    private volatile boolean offersStopped;
    private volatile int failure;
    private volatile @Nullable Behaviour behaviour;
    private volatile long seed;
    private final AtomicInteger received = new AtomicInteger();
    private final Phone phone;
    private final EntryPoints entryPoints = new EntryPoints();
    private volatile Set<String> blocked = Set.of();

    Person(People people, @Nullable String waId, @Nullable String userId) {
        this.people = people;
        this.phone = new Phone(people.clock());
        this.waId = waId;
        this.userId = userId;
    }

    /** Sets the profile name. */
    public Person named(String other) {
        name = other;
        return this;
    }

    /** Gives the person a business-scoped user id, by which it can be written to from now on. */
    public Person withUserId(String id) {
        userId = id;
        people.link(id, this);
        return this;
    }

    /** Gives the person another identity key, as a new phone does; messages that insist on the old one fail. */
    public Person withIdentityKeyHash(String hash) {
        identityKeyHash = hash;
        return this;
    }

    /** The hash that {@code recipient_identity_key_hash} is compared with. */
    public String identityKeyHash() {
        String own = identityKeyHash;
        return own != null ? own : Integer.toHexString(address().hashCode());
    }

    /** Leaves the phone number out of webhooks, as for people with a username. Needs a user id. */
    public Person hidingPhone() {
        hidesPhone = true;
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
        return blocked.contains(phoneNumberId);
    }

    synchronized void blocks(String phoneNumberId, boolean now) {
        Set<String> changed = new HashSet<>(blocked);
        boolean unused = now ? changed.add(phoneNumberId) : changed.remove(phoneNumberId);
        blocked = Set.copyOf(changed);
    }

    /** Whether a free entry point is open with that number, and until when in milliseconds; null when it is not. */
    public @Nullable Long entryPointEnds(String phoneNumberId) {
        return entryPoints.ends(phoneNumberId, people.millis());
    }

    /** The business answered, which may open a free entry point. For the simulator. */
    public void answeredBy(String phoneNumberId) {
        entryPoints.answered(phoneNumberId, people.millis());
    }

    void cameFromAd(String phoneNumberId) {
        entryPoints.cameFromAd(phoneNumberId, people.millis());
    }

    /** What the person is known by here: the phone number in digits, or the user id of those without one. */
    public String address() {
        return waId != null ? waId : Objects.requireNonNullElse(userId, "");
    }

    /** The chats there are, in no particular order. */
    public List<Chat> chats() {
        return List.copyOf(chats.values());
    }

    /** The chat with the first declared number; while none is declared, with all of them at once. */
    public Chat chat() {
        return people.chat(this, null);
    }

    /** The chat with one number. */
    public Chat chat(String phoneNumberId) {
        return people.chat(this, phoneNumberId);
    }

    /** Writes a text: opens the window, and tells the receiver by webhook. Returns the message id. */
    public String writes(String text) {
        return chat().writes(text);
    }

    /** Taps a quick-reply button of a template. Returns the message id. */
    public String taps(String payload, String label) {
        return chat().taps(payload, label, null);
    }

    /** Stops marketing messages by WhatsApp's own menu; marketing templates fail with 131050 from now on. */
    public void stopsOffers() {
        chat().stopsOffers();
    }

    /** Allows marketing messages again. */
    public void resumesOffers() {
        chat().resumesOffers();
    }

    /** Whether free-form messages of that number reach the person: for 24 hours after the last message, end excluded. */
    public boolean windowOpen(String phoneNumberId) {
        Long end = windowEnds.get(people.windowKey(phoneNumberId));
        return end != null && people.millis() < end;
    }

    Chat chatWith(String key, SimulatedNumber number) {
        Chat known = chats.get(key);
        return known != null ? known : chats.computeIfAbsent(key, any -> new Chat(people, this, number));
    }

    /** Until when free-form messages of that number reach the person; null while the window is closed. */
    public @Nullable Instant windowEnds(String phoneNumberId) {
        Long end = windowEnds.get(people.windowKey(phoneNumberId));
        return end != null && people.millis() < end ? Instant.ofEpochMilli(end) : null;
    }

    void wroteTo(String phoneNumberId) {
        windowEnds.put(people.windowKey(phoneNumberId), people.millis() + WINDOW_MILLIS);
    }

    void offersStopped(boolean now) {
        offersStopped = now;
    }

    /** Whether that number has blocked the person, who can then neither write to it nor be written to (130403). */
    public boolean isShutOut(String phoneNumberId) {
        return shutOut.contains(phoneNumberId);
    }

    /** Lets a number block or unblock the person, as {@code block_users} does. */
    public void shutOut(String phoneNumberId, boolean now) {
        if (now) {
            shutOut.add(phoneNumberId);
        } else {
            shutOut.remove(phoneNumberId);
        }
    }

    /** Whether marketing was stopped. */
    public boolean offersStopped() {
        return offersStopped;
    }

    /** See {@link #failsWith}. */
    public int failure() {
        return failure;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String shownWaId() {
        return hidesPhone ? null : waId;
    }

    @Override
    public @Nullable String userId() {
        String given = userId;
        return given != null || waId == null ? given : people.userIds().of(waId);
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
