package org.whatsapppolicy.camel.send;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.message.Signal;

/** One message on its way: the wish, where it waits, and who is told in the end. */
final class Passage implements Comparable<Passage> {

    private final Consumer<SendResult> done;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    final boolean held;
    /** Whether somebody waits for its end who may be told on any thread. */
    final boolean waitedFor;
    /** What it is instead of a message, or null. */
    final @Nullable Signal signal;

    final long number;
    private volatile SendRequest request;
    private volatile @Nullable Lane lane;
    private volatile boolean checked;
    private volatile long patience;
    private volatile long entered;
    private volatile @Nullable String mediaId;
    private volatile @Nullable SendResult stands;
    private volatile @Nullable Consumer<Passage> entrance;
    private int rounds;

    /**
     * @param held whether it comes from the store and nobody waits for it, so that it may wait as long as it takes
     * @param number order of arrival
     * @param entered when it came, on the monotonic clock
     */
    Passage(
            SendRequest request,
            @Nullable Lane lane,
            boolean held,
            long number,
            long entered,
            Consumer<SendResult> done) {
        this(request, lane, held, number, entered, done, null);
    }

    Passage(
            SendRequest request,
            @Nullable Lane lane,
            boolean held,
            long number,
            long entered,
            Consumer<SendResult> done,
            @Nullable Signal signal) {
        this.signal = signal;
        this.request = request;
        this.lane = lane;
        this.held = held;
        this.number = number;
        this.entered = entered;
        this.done = done;
        this.waitedFor = done instanceof Waiter;
    }

    SendRequest request() {
        return request;
    }

    @Nullable
    Lane lane() {
        return lane;
    }

    long entered() {
        return entered;
    }

    /** Somebody was asked first; the wait counts from then on. */
    void asked(SendRequest with, long at) {
        request = with;
        entered = at;
    }

    /** It comes in by another door than most, also when it comes again. */
    void entersBy(Consumer<Passage> door) {
        entrance = door;
    }

    Consumer<Passage> entrance(Consumer<Passage> usual) {
        Consumer<Passage> own = entrance;
        return own == null ? usual : own;
    }

    /** It goes on as a later attempt, maybe by another lane. */
    void again(SendRequest later, @Nullable Lane by) {
        request = later;
        moves(by);
        rounds++;
    }

    /** It goes by that lane from now on. A file that was uploaded by another is not known there. */
    void moves(@Nullable Lane by) {
        if (by != lane) {
            mediaId = null;
        }
        lane = by;
    }

    /** It is held, and this is what that means for whoever waits, while it is decided anew at once. */
    void stands(SendResult held) {
        stands = held;
    }

    /**
     * What it means that it could not be decided: nothing was taken, or, when it was held before, that it still is and goes
     * later.
     */
    SendResult failed(Throwable cause) {
        SendResult held = stands;
        return held == null ? new SendResult.Failed(request.id(), cause) : held;
    }

    /** The platform's id of its file, or null while that was not uploaded. */
    @Nullable
    String mediaId() {
        return mediaId;
    }

    /** Its file was uploaded, which is not done again. */
    void uploaded(String id) {
        mediaId = id;
    }

    /** How often it was decided anew so far. Only its present owner asks. */
    int rounds() {
        return rounds;
    }

    /** How long it may wait, in nanoseconds since it came. */
    long patience() {
        return patience;
    }

    void patience(long longest) {
        patience = longest;
    }

    /** Stands in a queue from now on. */
    void queued() {
        checked = false;
        waiting.set(true);
    }

    boolean waiting() {
        return waiting.get();
    }

    /** Takes it out of its wait; true for exactly one caller. */
    boolean claim() {
        return waiting.compareAndSet(true, false);
    }

    /** Whether this is the first time it is to be judged while it waits. */
    boolean firstCheck() {
        boolean first = !checked;
        checked = true;
        return first;
    }

    /** Tells the end, to the first who comes with one. */
    void tell(SendResult result) {
        if (told.compareAndSet(false, true)) {
            done.accept(result);
        }
    }

    /** Higher priority first, then first come. */
    @Override
    public int compareTo(Passage other) {
        int byPriority = Integer.compare(other.request.priority(), request.priority());
        return byPriority != 0 ? byPriority : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
