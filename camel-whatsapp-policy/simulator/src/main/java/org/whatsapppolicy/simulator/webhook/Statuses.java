package org.whatsapppolicy.simulator.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.webhook.event.Addressee;
import org.whatsapppolicy.simulator.webhook.event.SentMessage;
import org.whatsapppolicy.simulator.webhook.event.StatusEvent;

/** Tells what becomes of an accepted message: sent, delivered, read, or failed. */
public final class Statuses {

    private final SimulatorClock clock;
    private final Webhooks webhooks;
    private final StatusDelays delays;

    /** For the simulator. */
    public Statuses(SimulatorClock clock, Webhooks webhooks, StatusDelays delays) {
        this.clock = clock;
        this.webhooks = webhooks;
        this.delays = delays;
    }

    /** Schedules the statuses of one message. A reaction is told as sent and no further. */
    public void follow(SentMessage message, @Nullable GraphError failure) {
        Addressee person = message.person();
        if (person != null && message.recipient().kind() == Recipient.Kind.PHONE) {
            person.writtenToByPhone(message.sender().id());
        }
        if (!webhooks.enabled()) {
            return;
        }
        if (failure != null) {
            later(delays.failed(), message, "failed", failure);
            return;
        }
        later(delays.sent(), message, "sent", null);
        if (message.type().equals("reaction")) {
            return;
        }
        later(delays.delivered(), message, "delivered", null);
        Duration read = delays.read();
        if (read != null && (person == null || person.readsMessages())) {
            later(read, message, "read", null);
        }
    }

    /**
     * Tells one status now.
     *
     * @param status {@code sent}, {@code delivered}, {@code read}, {@code played} or {@code failed}
     * @param failure why, for {@code failed} only
     */
    public void tell(SentMessage message, String status, @Nullable GraphError failure) {
        webhooks.tell(StatusEvent.of(message, status, clock.millis() / 1000, failure));
    }

    private void later(Duration delay, SentMessage message, String status, @Nullable GraphError failure) {
        clock.schedule(delay, () -> tell(message, status, failure));
    }
}
