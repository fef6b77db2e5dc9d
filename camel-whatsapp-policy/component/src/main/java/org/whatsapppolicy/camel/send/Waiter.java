package org.whatsapppolicy.camel.send;

import java.util.function.Consumer;

/**
 * Somebody who waits for the end of a message and does nothing then that may block: is told on whatever thread has it. The
 * callbacks may all be waiting themselves.
 */
public record Waiter(Consumer<SendResult> told) implements Consumer<SendResult> {

    @Override
    public void accept(SendResult result) {
        told.accept(result);
    }
}
