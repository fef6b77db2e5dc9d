package org.whatsapppolicy.simulator.people;

/** Hears of complaints, on any thread; must neither block nor throw. */
@FunctionalInterface
public interface ComplaintListener {

    /** A person complained about the number at the other end of the chat. */
    void complained(Chat chat, Complaint complaint);
}
