package org.whatsapppolicy.camel.send;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.message.Signal;

/**
 * Who is on the way, from the arrival until the end was told, and whether anybody may still set out. Apart from the messenger,
 * which knows where each goes: a stop waits for those that are counted here and for nobody else, so that to count, to tell and to
 * turn away have to be seen together. Thread-safe.
 */
final class Passages {

    private final Lanes lanes;
    private final Executor callbacks;
    private final LongSupplier nanos;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    /** Those of them that were held, or are looked for among what is. */
    private final AtomicInteger held = new AtomicInteger();

    private volatile boolean heldBack;
    private volatile boolean closed;

    /** @param callbacks runs what comes after an end; stays the caller's */
    Passages(Lanes lanes, Executor callbacks, LongSupplier nanos) {
        this.lanes = lanes;
        this.callbacks = callbacks;
        this.nanos = nanos;
    }

    /** A message comes. It is under way until it is told its end. */
    Passage of(SendRequest request, boolean isHeld, Consumer<SendResult> done) {
        Consumer<SendResult> end = counted(isHeld ? counted(done, held) : done, underWay);
        return new Passage(request, lanes.of(request), isHeld, numbers.incrementAndGet(), nanos.getAsLong(), end);
    }

    /** A signal comes, with what stands for it in a queue. */
    Passage of(SendRequest carrier, Signal signal, Consumer<SendResult> done) {
        return new Passage(
                carrier,
                lanes.of(carrier),
                false,
                numbers.incrementAndGet(),
                nanos.getAsLong(),
                counted(done, underWay),
                signal);
    }

    private static Consumer<SendResult> counted(Consumer<SendResult> done, AtomicInteger count) {
        count.incrementAndGet();
        Consumer<SendResult> counted = result -> {
            try {
                done.accept(result);
            } finally {
                count.decrementAndGet();
            }
        };
        return done instanceof Waiter ? new Waiter(counted) : counted;
    }

    /** This is the end of it: tells so on a thread of the callback pool, or on this one to whom that is the same. */
    void end(Passage passage, SendResult result) {
        if (passage.waitedFor) {
            passage.tell(result);
            return;
        }
        try {
            callbacks.execute(() -> passage.tell(result));
        } catch (RejectedExecutionException e) {
            passage.tell(result);
        }
    }

    /** Looks among what is held, which a stop waits for, unless none of it may set out any more. */
    void unlessHeldBack(Runnable work) {
        underWay.incrementAndGet();
        held.incrementAndGet();
        try {
            if (!closed && !heldBack) {
                work.run();
            }
        } finally {
            held.decrementAndGet();
            underWay.decrementAndGet();
        }
    }

    /** Ends it when nobody sets out any more, or none like it; whether that is so. */
    boolean turnedAway(Passage passage) {
        if (!closed && !(heldBack && passage.held)) {
            return false;
        }
        end(passage, passage.failed(new RejectedExecutionException("whatsapp-policy is stopping: nothing was sent")));
        return true;
    }

    /** Nobody sets out any more who was held. */
    void holdBack() {
        heldBack = true;
    }

    /** Who was held may set out again: the context whose stop began goes on. */
    void letOut() {
        heldBack = false;
    }

    /** Whether all who were held were told their end. */
    boolean noneHeld() {
        return held.get() == 0;
    }

    /** Nobody sets out any more. */
    void close() {
        closed = true;
    }

    /** Whether all were told their end. */
    boolean none() {
        return underWay.get() == 0;
    }
}
