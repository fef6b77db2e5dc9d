package org.whatsapppolicy.camel.send;

import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.transport.Answer;
import org.whatsapppolicy.camel.transport.Delivery;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.answer.ErrorClass;
import org.whatsapppolicy.policy.answer.PlatformError;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.Signal;

/**
 * Writes read receipts and typing indicators. They wait for the sender's turn like messages; nothing is decided about them and
 * nothing is recorded.
 */
final class Signals {

    private final Flights flights;
    private final Courier.Ways ways;
    private final long bound;
    private final LongSupplier nanos;

    /** @param bound how long one may take, in nanoseconds */
    Signals(Flights flights, Courier.Ways ways, long bound, LongSupplier nanos) {
        this.flights = flights;
        this.ways = ways;
        this.bound = bound;
        this.nanos = nanos;
    }

    /** What stands for a signal in a queue; it is never shown to the policy. */
    static SendRequest carrier(UUID id, Signal signal, String purpose, @Nullable String sender) {
        return new SendRequest(
                id,
                null,
                new UnreadableRecipient("", "a signal goes to who wrote the message"),
                purpose,
                sender,
                new MessageContent("signal", null, null, signal.body()),
                0,
                null,
                null,
                null,
                null,
                0);
    }

    /** Writes it; a permit and a token are in hand. */
    void post(Passage passage, Lane lane, Signal signal) {
        post(passage, lane, signal, true);
    }

    private void post(Passage passage, Lane lane, Signal signal, boolean first) {
        UUID id = passage.request().id();
        Delivery delivery = new Delivery(
                id,
                lane.sender.name(),
                lane.url,
                () -> Json.signal(passage.request().content()),
                lane.token(),
                nanos.getAsLong() + bound,
                nanos);
        flights.begin(delivery, answer -> {
            SendResult result = result(id, answer);
            if (first && tokenRefused(result)) {
                Later.after(lane.token().renewed(delivery.usedToken()), (another, problem) -> {
                    if (Boolean.TRUE.equals(another)) {
                        post(passage, lane, signal, false);
                    } else {
                        end(passage, result);
                    }
                });
            } else {
                end(passage, result);
            }
        });
    }

    private void end(Passage passage, SendResult result) {
        ways.release();
        ways.end(passage, result);
    }

    /** It had no turn in time. */
    static SendResult limited(Passage passage) {
        return new SendResult.SignalRefused(passage.request().id(), null, "no throughput was free in time");
    }

    /** Nobody is there to write it. */
    static SendResult noSender(Passage passage, PolicyDocument policy) {
        return new SendResult.Failed(
                passage.request().id(),
                new IllegalArgumentException("sender: found no sender of that name or purpose; expected one of "
                        + policy.senders().keySet()));
    }

    private static boolean tokenRefused(SendResult result) {
        return result instanceof SendResult.SignalRefused refused
                && refused.error() != null
                && refused.error().errorClass() == ErrorClass.AUTH;
    }

    private static SendResult result(UUID id, Answer answer) {
        if (answer instanceof Answer.Answered answered) {
            Map<String, Object> body = Json.object(answered.body());
            if (answered.status() / 100 == 2 && body != null && Boolean.TRUE.equals(body.get("success"))) {
                return new SendResult.Signalled(id);
            }
            PlatformError error =
                    PlatformError.inAnswer(answered.status(), body).orElse(null);
            return error == null || error.mayHaveGoneOut()
                    ? new SendResult.SignalUnknown(id, error, answered.status(), "")
                    : new SendResult.SignalRefused(id, error, "");
        }
        if (answer instanceof Answer.Lost lost) {
            return new SendResult.SignalUnknown(id, null, 0, lost.problem());
        }
        String problem = answer instanceof Answer.Unreached unreached ? unreached.problem() : "not begun in time";
        return new SendResult.SignalRefused(id, null, problem);
    }
}
