package org.whatsapppolicy.simulator.message;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** Gives out message ids and trace ids: unique in one simulator, the same again in the next run. Lock-free. */
public final class MessageIds {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong traces = new AtomicLong();

    /** A new {@code wamid}. */
    public String next() {
        long number = messages.incrementAndGet();
        byte[] bytes = ByteBuffer.allocate(18)
                .putShort((short) 0x1D02)
                .putLong(number * GOLDEN)
                .putLong(number)
                .array();
        return "wamid." + Base64.getEncoder().encodeToString(bytes);
    }

    /** A new {@code fbtrace_id}. */
    public String trace() {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(traces.incrementAndGet() * GOLDEN)
                .putLong(GOLDEN)
                .array();
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
