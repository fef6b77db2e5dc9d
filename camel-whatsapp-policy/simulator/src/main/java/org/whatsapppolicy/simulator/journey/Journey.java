package org.whatsapppolicy.simulator.journey;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.limit.Sending;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.pricing.Price;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.webhook.event.SentMessage;

/**
 * An accepted message on its way.
 *
 * @param message as statuses tell it
 * @param sending as limits counted it
 * @param price fixed at acceptance, owed on delivery
 * @param person to whom; null for a group
 * @param content what is seen on the phone
 * @param lifetime how long the platform tries
 */
public record Journey(
        SentMessage message,
        Sending sending,
        Price price,
        @Nullable Person person,
        ShownContent content,
        Duration lifetime) {

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
}
