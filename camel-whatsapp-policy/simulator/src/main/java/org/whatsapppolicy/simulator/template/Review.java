package org.whatsapppolicy.simulator.template;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How new and edited templates are judged. A minute after they were handed in, by the simulator's clock, they are
 * approved, unless told otherwise. Safe for use by several threads.
 */
public final class Review {

    private final Map<String, String> rejections = new ConcurrentHashMap<>();
    private final Map<String, String> categories = new ConcurrentHashMap<>();
    private final Set<String> undecided = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ofMinutes(1);

    Review() {}

    /** How long it takes. */
    public Review takes(Duration time) {
        delay = time;
        return this;
    }

    /** Lets templates of that name be rejected, for a reason such as {@code INVALID_FORMAT} or {@code SCAM}. */
    public Review rejects(String name, String reason) {
        rejections.put(name, reason);
        return this;
    }

    /** Puts templates of that name into another category than the one asked for, as the answer to creation tells. */
    public Review files(String name, String category) {
        categories.put(name, category);
        return this;
    }

    /** Leaves templates of that name pending. */
    public Review leaves(String name) {
        undecided.add(name);
        return this;
    }

    /** Treats that name like any other again. */
    public Review forget(String name) {
        rejections.remove(name);
        categories.remove(name);
        undecided.remove(name);
        return this;
    }

    Duration delay() {
        return delay;
    }

    @Nullable
    String rejection(String name) {
        return rejections.get(name);
    }

    String category(String name, String asked) {
        return categories.getOrDefault(name, asked);
    }

    boolean decides(String name) {
        return !undecided.contains(name);
    }
}
