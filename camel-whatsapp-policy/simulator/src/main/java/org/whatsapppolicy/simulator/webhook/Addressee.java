package org.whatsapppolicy.simulator.webhook;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.shown.Progress;

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

    /**
     * A message of the business got further on its way to the person.
     *
     * @param phoneNumberId the sender
     * @param failure the code it failed with, 0 while it has not
     */
    void progressed(String phoneNumberId, String wamid, Progress progress, int failure);

    /** Whether the person opens what is delivered. */
    boolean readsMessages();
}
