package org.whatsapppolicy.simulator.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.whatsapppolicy.simulator.error.GraphError;

/** A message that the Twilio face does not take, with Twilio's own code. */
public final class TwilioRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int INVALID = 21_620;

    private final int status;
    private final int code;

    private TwilioRefusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A field is not as it has to be. */
    static TwilioRefusal invalid(String message) {
        return new TwilioRefusal(400, INVALID, message);
    }

    /** The window of the person is closed, and the message is made of no content. */
    public static TwilioRefusal windowClosed() {
        return new TwilioRefusal(
                400, 63016, "Failed to send freeform message because you are outside the allowed window");
    }

    /** The sender is none of the business numbers. */
    public static TwilioRefusal unknownSender() {
        return invalid("The 'From' address is no sender of this account");
    }

    /** The credentials are wrong or missing. */
    public static TwilioRefusal unauthorized() {
        return new TwilioRefusal(401, 20_003, "Authenticate");
    }

    /** What the platform's refusal is called there. */
    public static TwilioRefusal of(GraphError error) {
        return switch (error.code()) {
            case 131047 -> windowClosed();
            case 130429, 131056 -> new TwilioRefusal(429, 63018, "Rate limit exceeded for channel");
            case 131009, 131021, 131026 -> new TwilioRefusal(400, 63024, "Invalid message recipient");
            case 130472 -> new TwilioRefusal(400, 63032, "The user is part of an experiment");
            case 131063, 134011 -> new TwilioRefusal(400, 63062, "Terms have not been accepted");
            default -> invalid(error.title());
        };
    }

    /** Status of the answer. */
    public int status() {
        return status;
    }

    /** Twilio's code. */
    public int code() {
        return code;
    }

    /** The body of the answer. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", getMessage())
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
    }
}
