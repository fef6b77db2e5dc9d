package org.whatsapppolicy.camel.transport;

import java.util.function.Consumer;

/** Writes requests to the platform. Thread-safe. */
public interface Transport {

    /**
     * Writes one request. Never blocks and never throws.
     *
     * @param delivery the request
     * @param done is told what came of it, exactly once, on a thread of the transport
     */
    void send(Delivery delivery, Consumer<Answer> done);

    /** Opens what it needs. */
    void start() throws Exception;

    /** Closes what {@link #start} opened; may be started again. */
    void stop();
}
