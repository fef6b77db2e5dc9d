package org.whatsapppolicy.benchmarks.chaos.wire;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A port that leads somewhere else, with what goes wrong on the way. Everything may be called from any thread. */
public final class Road {

    private final Wire wire;
    private final Supplier<@Nullable InetSocketAddress> target;
    private final Supplier<@Nullable Tap> taps;
    private final boolean first;
    private final int port;
    // Of the wire's thread.
    private final Set<Line> lines = new LinkedHashSet<>();
    private volatile boolean refuses;
    private volatile long delay;

    Road(
            Wire wire,
            int port,
            boolean first,
            Supplier<@Nullable InetSocketAddress> target,
            Supplier<@Nullable Tap> taps) {
        this.wire = wire;
        this.port = port;
        this.first = first;
        this.target = target;
        this.taps = taps;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Resets all lines there are. */
    public void cut() {
        wire.run(() -> List.copyOf(lines).forEach(Line::reset));
    }

    /** Whether new lines are reset at once. */
    public void refuse(boolean now) {
        refuses = now;
    }

    /** How long bytes wait before they go on, in both directions. Those that wait already keep their time. */
    public void delay(Duration by) {
        delay = by.toNanos();
    }

    /** Whether its bytes are looked at before those of other roads that are there at the same time. */
    boolean first() {
        return first;
    }

    boolean refuses() {
        return refuses;
    }

    long delayNanos() {
        return delay;
    }

    @Nullable
    InetSocketAddress target() {
        return target.get();
    }

    /** The tap of a new line; null when it shall not be. */
    @Nullable
    Tap tap() {
        return taps.get();
    }

    Set<Line> lines() {
        return lines;
    }
}
