package org.whatsapppolicy.simulator.fault;

import java.time.Duration;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;

/**
 * One way in which a request can go wrong. {@link #accepts()} tells whether the platform still handled the request as
 * usual, so that a message may be on its way although the client does not know.
 */
public sealed interface Fault {

    /** Whether the request is handled before the answer is disturbed. */
    boolean accepts();

    /** The name it stands under in the ledger and in the control API. */
    String label();

    /** The connection is reset (TCP RST) before the request was handled. */
    static Fault resetBeforeAcceptance() {
        return new Reset(false);
    }

    /** The request is handled, then the connection is reset instead of an answer. */
    static Fault resetAfterAcceptance() {
        return new Reset(true);
    }

    /** The request is read and never answered; the connection stays open. */
    static Fault silenceBeforeAcceptance() {
        return new Silence(false);
    }

    /** The request is handled and never answered; the connection stays open. */
    static Fault silenceAfterAcceptance() {
        return new Silence(true);
    }

    /** The right answer, {@code delay} later by the simulator's clock. The request is handled at once. */
    static Fault slow(Duration delay) {
        return new Slow(delay);
    }

    /** The headers of the right answer and half of its body, then the connection is closed. */
    static Fault halfBody() {
        return new HalfBody();
    }

    /** A 5xx with a Graph error (code 131000) as its body. The request is not handled. */
    static Fault serverError(int status) {
        return new Plain("server-error", status, "application/json", PlainBodies.SOMETHING_WENT_WRONG, false);
    }

    /** A 5xx from a gateway, with HTML as its body. The request is not handled. */
    static Fault badGateway(int status) {
        return new Plain("bad-gateway", status, "text/html", PlainBodies.BAD_GATEWAY, false);
    }

    /** A 5xx from a gateway after the platform handled the request. */
    static Fault badGatewayAfterAcceptance(int status) {
        return new Plain("bad-gateway-after", status, "text/html", PlainBodies.BAD_GATEWAY, true);
    }

    /** The request is handled and answered with 200 and a body that is no JSON. */
    static Fault unreadableBody() {
        return new Plain("unreadable-body", 200, "application/json", "{\"messaging_product\":", true);
    }

    /** The request is handled and answered with 200 and JSON in which there is no message id. */
    static Fault withoutMessageId() {
        return new Plain("without-message-id", 200, "application/json", "{\"messaging_product\":\"whatsapp\"}", true);
    }

    /** The request is refused with that Graph error code, with its documented status and texts. */
    static Fault error(int code) {
        return error(GraphErrors.of(code));
    }

    /** Like {@link #error(int)} with an {@code error_subcode}. */
    static Fault error(int code, int subcode) {
        return error(GraphErrors.of(code).withSubcode(subcode));
    }

    /** The request is refused with exactly that error, such as one the platform does not document yet. */
    static Fault error(GraphError error) {
        return new GraphCode(error);
    }

    /** 200 with {@code message_status: paused}: the template was paused meanwhile and nothing is sent. */
    static Fault templatePausedMeanwhile() {
        return new PausedMeanwhile();
    }

    /** See {@link #resetBeforeAcceptance()} and {@link #resetAfterAcceptance()}. */
    record Reset(boolean accepts) implements Fault {
        @Override
        public String label() {
            return accepts ? "reset-after" : "reset-before";
        }
    }

    /** See {@link #silenceBeforeAcceptance()} and {@link #silenceAfterAcceptance()}. */
    record Silence(boolean accepts) implements Fault {
        @Override
        public String label() {
            return accepts ? "silence-after" : "silence-before";
        }
    }

    /** See {@link #slow(Duration)}. */
    record Slow(Duration delay) implements Fault {
        @Override
        public boolean accepts() {
            return true;
        }

        @Override
        public String label() {
            return "slow";
        }
    }

    /** See {@link #halfBody()}. */
    record HalfBody() implements Fault {
        @Override
        public boolean accepts() {
            return true;
        }

        @Override
        public String label() {
            return "half-body";
        }
    }

    /** An answer given whatever the platform says. */
    record Plain(String label, int status, String contentType, String body, boolean accepts) implements Fault {}

    /** See {@link #error(GraphError)}. */
    record GraphCode(GraphError error) implements Fault {
        @Override
        public boolean accepts() {
            return false;
        }

        @Override
        public String label() {
            return "error-" + error.code();
        }
    }

    /** See {@link #templatePausedMeanwhile()}. */
    record PausedMeanwhile() implements Fault {
        @Override
        public boolean accepts() {
            return false;
        }

        @Override
        public String label() {
            return "template-paused";
        }
    }
}
