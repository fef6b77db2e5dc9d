package org.whatsapppolicy.simulator.control;

/** Something was asked that cannot be done: answered with 400 and the message. */
final class BadAsk extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BadAsk(String message) {
        super(message);
    }
}
