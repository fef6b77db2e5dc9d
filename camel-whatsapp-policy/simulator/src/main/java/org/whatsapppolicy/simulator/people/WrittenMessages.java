package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The messages of people to which the business may still refer: those of the last 30 days, and of them the newest ones, so
 * that memory has a bound. Safe for use by several threads.
 */
final class WrittenMessages {

    /** How many are known at most; each takes some 200 bytes. */
    static final int MOST = 200_000;

    private static final long MARKABLE_MILLIS = Duration.ofDays(30).toMillis();

    private record Written(long at, Chat chat, boolean reaction) {}

    private final ConcurrentHashMap<String, Written> byId = new ConcurrentHashMap<>();
    private final Queue<String> oldestFirst = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    void add(String id, Chat chat, boolean reaction, long millis) {
        byId.put(id, new Written(millis, chat, reaction));
        oldestFirst.add(id);
        if (count.incrementAndGet() > MOST) {
            forgetOldest();
        }
        String oldest = oldestFirst.peek();
        if (oldest != null && find(oldest, millis) == null) {
            // One for each that comes is enough to keep up.
            forgetOldest();
        }
    }

    private void forgetOldest() {
        String oldest = oldestFirst.poll();
        if (oldest != null) {
            count.decrementAndGet();
            byId.remove(oldest);
        }
    }

    /** The chat it was written in, null when nobody wrote it lately. */
    @Nullable
    Chat chatOf(String id, long millis) {
        Written found = find(id, millis);
        return found == null ? null : found.chat();
    }

    /** Whether it was written lately and is no reaction itself. */
    boolean takesReactions(String id, long millis) {
        Written found = find(id, millis);
        return found != null && !found.reaction();
    }

    int size() {
        return byId.size();
    }

    void clear() {
        byId.clear();
        oldestFirst.clear();
        count.set(0);
    }

    private @Nullable Written find(String id, long millis) {
        Written found = byId.get(id);
        return found != null && millis - found.at() < MARKABLE_MILLIS ? found : null;
    }
}
