package org.whatsapppolicy.simulator.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.webhook.event.Event;

/**
 * Who is told of what, and where. A URL of the number beats one of the account, which beats the app's own; events of an
 * account and those on standby always go to the app's own. Safe for use by several threads.
 */
final class Routes {

    /** One subscriber with the ways to it that were used so far. */
    private static final class Known {

        private final Subscriber subscriber;
        private final Signature signature;
        private final Route own;
        private final Map<URI, Route> others = new ConcurrentHashMap<>();

        Known(Subscriber subscriber) {
            this.subscriber = subscriber;
            this.signature = new Signature(subscriber.appSecret());
            this.own = new Route(subscriber.url(), signature);
        }

        Route to(@Nullable URI override) {
            return override == null ? own : others.computeIfAbsent(override, url -> new Route(url, signature));
        }
    }

    private final List<Known> all = new CopyOnWriteArrayList<>();
    private final Map<String, URI> ofNumbers = new ConcurrentHashMap<>();
    private final Map<String, URI> ofAccounts = new ConcurrentHashMap<>();

    void add(Subscriber subscriber) {
        all.add(new Known(subscriber));
    }

    void remove(Subscriber subscriber) {
        all.removeIf(known -> known.subscriber.equals(subscriber));
    }

    List<Subscriber> subscribers() {
        return all.stream().map(known -> known.subscriber).toList();
    }

    boolean none() {
        return all.isEmpty();
    }

    void ofNumber(String phoneNumberId, @Nullable URI url) {
        set(ofNumbers, phoneNumberId, url);
    }

    void ofAccount(String accountId, @Nullable URI url) {
        set(ofAccounts, accountId, url);
    }

    private static void set(Map<String, URI> overrides, String id, @Nullable URI url) {
        if (url == null) {
            overrides.remove(id);
        } else {
            Address.check(url);
            overrides.put(id, url);
        }
    }

    List<Route> of(Event event) {
        URI override = override(event);
        if (all.size() == 1) {
            Known only = all.get(0);
            return only.subscriber.wants(event.field()) ? List.of(only.to(override)) : List.of();
        }
        List<Route> routes = new ArrayList<>();
        for (Known known : all) {
            if (known.subscriber.wants(event.field())) {
                routes.add(known.to(override));
            }
        }
        return routes;
    }

    private @Nullable URI override(Event event) {
        SimulatedNumber number = event.number();
        if (number == null || event.field().equals("standby")) {
            return null;
        }
        URI ofNumber = ofNumbers.get(number.id());
        return ofNumber != null ? ofNumber : ofAccounts.get(number.accountId());
    }
}
