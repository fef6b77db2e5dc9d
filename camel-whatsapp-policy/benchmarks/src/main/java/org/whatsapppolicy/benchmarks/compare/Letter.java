package org.whatsapppolicy.benchmarks.compare;

import java.util.HashMap;

/**
 * One message to send, as a row of a billing table would come out of a route: a map with {@code phone} and {@code key}. It
 * knows the load it belongs to, so that its end can be told from wherever it happens.
 */
final class Letter extends HashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    private final transient Load load;
    private final long begun = System.nanoTime();
    private volatile boolean accepted;

    Letter(Load load, String phone, String key) {
        this.load = load;
        put("phone", phone);
        put("key", key);
    }

    String phone() {
        return String.valueOf(get("phone"));
    }

    String key() {
        return String.valueOf(get("key"));
    }

    /** The contestant claims that the platform took it. */
    void accepted() {
        accepted = true;
    }

    /** Ends it; exactly once. */
    void ended() {
        load.ended(System.nanoTime() - begun, accepted);
    }
}
