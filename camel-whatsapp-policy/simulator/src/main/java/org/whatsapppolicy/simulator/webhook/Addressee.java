package org.whatsapppolicy.simulator.webhook;

import org.jspecify.annotations.Nullable;

/** What webhooks say about a person. */
public interface Addressee {

    /** The profile name. */
    String name();

    /** The phone number in digits; null where the platform hides it. */
    @Nullable
    String shownWaId();

    /** The business-scoped user id, where one is known. */
    @Nullable
    String userId();

    /** Whether the person opens what is delivered. */
    boolean readsMessages();
}
