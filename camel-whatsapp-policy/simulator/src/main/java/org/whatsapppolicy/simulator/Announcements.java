package org.whatsapppolicy.simulator;

import java.time.Instant;
import org.whatsapppolicy.simulator.flow.Flows;
import org.whatsapppolicy.simulator.limit.LimitEvents;
import org.whatsapppolicy.simulator.limit.Tier;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.quality.QualityEvents;
import org.whatsapppolicy.simulator.webhook.TemplateEvents;
import org.whatsapppolicy.simulator.webhook.Webhooks;
import org.whatsapppolicy.simulator.webhook.account.AccountUpdate;
import org.whatsapppolicy.simulator.webhook.account.BusinessCapability;
import org.whatsapppolicy.simulator.webhook.account.FlowHealth;
import org.whatsapppolicy.simulator.webhook.account.NumberQuality;
import org.whatsapppolicy.simulator.webhook.account.Restrictions;

/** What the platform announces of limits, quality and Flows. */
record Announcements(Webhooks webhooks, TemplateEvents toAccounts)
        implements LimitEvents, QualityEvents, Flows.Listener {

    @Override
    public void tierRaised(Tier now) {
        toAccounts.tell(account -> BusinessCapability.tier(account, now.name()));
    }

    @Override
    public void throughputRaised(SimulatedNumber number) {
        if (webhooks.enabled()) {
            webhooks.tell(NumberQuality.of(
                    number.accountId(), number.digits(), "THROUGHPUT_UPGRADE", number.messagingLimit()));
        }
    }

    @Override
    public void became(SimulatedNumber number, String status) {
        number.status(status);
    }

    @Override
    public void changed(String flow, String before, String after) {
        toAccounts.tell(account -> FlowHealth.status(account, flow, before, after));
    }

    @Override
    public void restricted(SimulatedNumber number, Instant until) {
        if (webhooks.enabled()) {
            webhooks.tell(AccountUpdate.restricted(
                    number.accountId(),
                    Restrictions.until(until.getEpochSecond(), "RESTRICTED_BIZ_INITIATED_MESSAGING")));
        }
    }
}
