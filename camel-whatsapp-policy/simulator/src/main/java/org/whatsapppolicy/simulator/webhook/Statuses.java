package org.whatsapppolicy.simulator.webhook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.webhook.event.Addressee;
import org.whatsapppolicy.simulator.webhook.event.SentMessage;
import org.whatsapppolicy.simulator.webhook.event.StatusEvent;

/** Tells what becomes of an accepted message: sent, delivered, read, or failed. */
public final class Statuses {

    private final SimulatorClock clock;
    private final Webhooks webhooks;

    /** For the simulator. */
    public Statuses(SimulatorClock clock, Webhooks webhooks) {
        this.clock = clock;
        this.webhooks = webhooks;
    }

    /**
     * Moves a message on, on the phone and by webhook, now.
     *
     * @param failure why, with {@link Progress#FAILED} only
     */
    public void tell(SentMessage message, Progress progress, @Nullable GraphError failure) {
        Addressee person = message.person();
        if (person != null) {
            person.progressed(message.sender().id(), message.wamid(), progress, failure == null ? 0 : failure.code());
        }
        if (webhooks.enabled()) {
            String status = progress.name().toLowerCase(Locale.ROOT);
            webhooks.tell(StatusEvent.of(message, status, clock.millis() / 1000, failure)
                    .as(webhooks.statusForm()));
        }
    }
}
