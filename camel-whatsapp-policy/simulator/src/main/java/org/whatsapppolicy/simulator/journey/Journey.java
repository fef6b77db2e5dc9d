package org.whatsapppolicy.simulator.journey;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.limit.Sending;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.pricing.Price;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.webhook.SentMessage;

/**
 * An accepted message on its way.
 *
 * @param message as statuses tell it
 * @param sending as limits counted it
 * @param price fixed at acceptance, owed on delivery
 * @param person to whom; null for a group
 * @param content what is seen on the phone
 */
public record Journey(
        SentMessage message,
        Sending sending,
        Price price,
        @Nullable Person person,
        ShownContent content) {

    private static final Duration AUTHENTICATION = Duration.ofMinutes(10);
    private static final Duration ANY_OTHER = Duration.ofDays(30);

    /** The message id. */
    public String wamid() {
        return message.wamid();
    }

    /** The number it came from. */
    public SimulatedNumber sender() {
        return sending.sender();
    }

    /** The template it was made of, null for a free-form message. */
    public @Nullable ShownTemplate template() {
        return content instanceof ShownContent.Rich rich ? rich.template() : null;
    }

    /** How long the platform tries: 10 minutes for authentication, 30 days for everything else. */
    public Duration lifetime() {
        return sending.category().equals("authentication") ? AUTHENTICATION : ANY_OTHER;
    }
}
