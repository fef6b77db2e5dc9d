package org.whatsapppolicy.simulator.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.NumberListener;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.account.NumberName;
import org.whatsapppolicy.simulator.webhook.account.Security;

/** Tells the account of changes to its numbers, and leads the webhooks of a number elsewhere. */
public final class NumberEvents implements NumberListener {

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
    public void webhooksRedirected(SimulatedNumber number, @Nullable URI address) {
        webhooks.overrideForNumber(number.id(), address);
    }
}
