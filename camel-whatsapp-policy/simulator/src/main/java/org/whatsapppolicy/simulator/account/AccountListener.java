package org.whatsapppolicy.simulator.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Hears of settings of accounts that take effect elsewhere. Called on the changing thread; must not block. */
public interface AccountListener {

    /** Whether the app is told of the account by webhook. */
    void subscribed(String accountId, boolean now);

    /** Webhooks about numbers of the account go elsewhere; null ends that. */
    void redirected(String accountId, @Nullable URI callback);

    /** Whether marketing templates are taken by {@code marketing_messages} only. */
    void marketingOnlyByItsOwnPath(String accountId, boolean now);
}
