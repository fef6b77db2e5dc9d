package org.whatsapppolicy.simulator.webhook;

import java.net.URI;
import java.util.Set;

/**
 * An app that is told of events.
 *
 * @param url where its webhooks go unless a number or an account has a URL of its own; {@code http} only
 * @param appSecret what they are signed with, also at other URLs
 * @param fields the subscribed fields; empty for all
 */
public record Subscriber(URI url, String appSecret, Set<String> fields) {

    /** Copies the set, and checks the URL. */
    public Subscriber {
        fields = Set.copyOf(fields);
        Address.check(url);
    }

    /** An app that wants to hear everything. */
    public static Subscriber toAll(URI url, String appSecret) {
        return new Subscriber(url, appSecret, Set.of());
    }

    boolean wants(String field) {
        return fields.isEmpty() || fields.contains(field);
    }
}
