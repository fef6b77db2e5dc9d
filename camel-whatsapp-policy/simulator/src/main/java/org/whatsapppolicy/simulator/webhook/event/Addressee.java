package org.whatsapppolicy.simulator.webhook.event;

import org.whatsapppolicy.simulator.shown.Progress;

/** What webhooks need to know about a person. */
public interface Addressee {

    /** The person as that number of the business sees it now. */
    SeenPerson seenBy(String phoneNumberId);

    /** Whether the person opens what is delivered. */
    boolean readsMessages();

    /**
     * A message of the business got further on its way to the person.
     *
     * @param phoneNumberId the sender
     * @param failure the code it failed with, 0 while it has not
     */
    void progressed(String phoneNumberId, String wamid, Progress progress, int failure);

    /** Takes note that a message went to the phone number, which then stays known to that number for a while. */
    void writtenToByPhone(String phoneNumberId);
}
