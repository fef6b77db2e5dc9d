package org.whatsapppolicy.simulator.app;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** Where the app wants its webhooks, and for which fields. */
public interface Subscriptions {

    /** One address with its fields, empty for all. */
    record Subscription(URI callback, Set<String> fields) {}

    /** Those in force. */
    List<Subscription> all();

    /** Takes the place of all others. */
    void replace(Subscription subscription);

    /** Ends all of them. */
    void clear();
}
