package org.whatsapppolicy.simulator.app;

import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.token.Tokens;

/** An endpoint below the id of the app. */
abstract class SubscriptionEndpoint implements Endpoint {

    static final String PATTERN = "/{app}/subscriptions";
    static final String OBJECT = "whatsapp_business_account";

    @Override
    public final boolean knows(String id) {
        return id.equals(Tokens.APP_ID);
    }
}
