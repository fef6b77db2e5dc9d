package org.whatsapppolicy.simulator.webhook;

import java.util.List;
import org.whatsapppolicy.simulator.app.Subscriptions;

/** The app's subscriptions as its own token changes them: they replace the receivers that were configured. */
public final class AppSubscriptions implements Subscriptions {

    private final Webhooks webhooks;
    private final String appSecret;

    /** For the simulator. */
    public AppSubscriptions(Webhooks webhooks, String appSecret) {
        this.webhooks = webhooks;
        this.appSecret = appSecret;
    }

    @Override
    public List<Subscription> all() {
        return webhooks.subscribers().stream()
                .map(subscriber -> new Subscription(subscriber.url(), subscriber.fields()))
                .toList();
    }

    @Override
    public void replace(Subscription subscription) {
        clear();
        webhooks.subscribe(new Subscriber(subscription.callback(), appSecret, subscription.fields()));
    }

    @Override
    public void clear() {
        webhooks.subscribers().forEach(webhooks::unsubscribe);
    }
}
