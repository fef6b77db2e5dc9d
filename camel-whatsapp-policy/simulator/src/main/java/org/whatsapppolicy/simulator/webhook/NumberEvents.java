package org.whatsapppolicy.simulator.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.simulator.number.NumberListener;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.account.NumberName;
import org.whatsapppolicy.simulator.webhook.account.Security;

/** Tells the account of changes to its numbers, and sends webhooks of numbers where they are wanted. */
public final class NumberEvents implements NumberListener {

    private static final Logger LOG = LoggerFactory.getLogger(NumberEvents.class);

    private final Webhooks webhooks;

    /** For the simulator. */
    public NumberEvents(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public void pinChanged(SimulatedNumber number) {
        webhooks.tell(new Security(number.accountId(), number.digits(), "PIN_CHANGED", null));
    }

    @Override
    public void nameDecided(SimulatedNumber number, String name, @Nullable String rejection) {
        String decision = rejection == null ? "APPROVED" : "REJECTED";
        webhooks.tell(new NumberName(number.accountId(), number.digits(), decision, name, rejection));
    }

    @Override
    public void webhooksRedirected(SimulatedNumber number, @Nullable String address) {
        try {
            webhooks.overrideForNumber(number.id(), address == null ? null : URI.create(address));
        } catch (IllegalArgumentException e) {
            LOG.warn("Webhooks of number {} stay where they go: {}", number.id(), e.getMessage());
        }
    }
}
