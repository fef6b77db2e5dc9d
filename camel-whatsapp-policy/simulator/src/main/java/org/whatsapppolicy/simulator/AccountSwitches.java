package org.whatsapppolicy.simulator;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.account.AccountListener;
import org.whatsapppolicy.simulator.message.Terms;
import org.whatsapppolicy.simulator.webhook.Webhooks;

/** Lets settings of accounts take effect where they belong. */
final class AccountSwitches implements AccountListener {

    private final Webhooks webhooks;
    private final Terms terms;

    AccountSwitches(Webhooks webhooks, Terms terms) {
        this.webhooks = webhooks;
        this.terms = terms;
    }

    @Override
    public void subscribed(String accountId, boolean now) {
        webhooks.hear(accountId, now);
    }

    @Override
    public void redirected(String accountId, @Nullable URI callback) {
        webhooks.overrideForAccount(accountId, callback);
    }

    @Override
    public void marketingOnlyByItsOwnPath(String accountId, boolean now) {
        terms.of(accountId).marketingOnCloudApi(!now);
    }
}
