package org.whatsapppolicy.simulator.people;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How things stand between one person and the business numbers: open windows and entry points, and who has blocked whom.
 * Safe for use by several threads.
 */
final class Standing {

    private static final long WINDOW_MILLIS = Duration.ofDays(1).toMillis();

    private final ConcurrentHashMap<String, Long> windowEnds = new ConcurrentHashMap<>(1);
    private final Set<String> shutOut = ConcurrentHashMap.newKeySet(1);
    private final EntryPoints entryPoints = new EntryPoints();
    private volatile Set<String> blocked = Set.of();

    void openWindow(String key, long millis) {
        windowEnds.put(key, millis + WINDOW_MILLIS);
    }

    /** Until when the window is open, end excluded; null while it is closed. */
    @Nullable
    Long windowEnds(String key, long millis) {
        Long end = windowEnds.get(key);
        return end != null && millis < end ? end : null;
    }

    EntryPoints entryPoints() {
        return entryPoints;
    }

    boolean hasBlocked(String phoneNumberId) {
        return blocked.contains(phoneNumberId);
    }

    synchronized void blocks(String phoneNumberId, boolean now) {
        Set<String> changed = new HashSet<>(blocked);
        boolean unused = now ? changed.add(phoneNumberId) : changed.remove(phoneNumberId);
        blocked = Set.copyOf(changed);
    }

    boolean isShutOut(String phoneNumberId) {
        return shutOut.contains(phoneNumberId);
    }

    void shutOut(String phoneNumberId, boolean now) {
        boolean unused = now ? shutOut.add(phoneNumberId) : shutOut.remove(phoneNumberId);
    }
}
