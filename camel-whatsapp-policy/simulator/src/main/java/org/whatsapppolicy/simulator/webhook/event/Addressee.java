package org.whatsapppolicy.simulator.webhook.event;

/** What webhooks need to know about a person. */
public interface Addressee {

    /** The person as that number of the business sees it now. */
    SeenPerson seenBy(String phoneNumberId);

    /** Whether the person opens what is delivered. */
    boolean readsMessages();

    /** Takes note that a message went to the phone number, which then stays known to that number for a while. */
    void writtenToByPhone(String phoneNumberId);
}
