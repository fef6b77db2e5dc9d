package org.whatsapppolicy.simulator.thread;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.people.People;

/** What can be asked about threads and contacts. */
public final class ThreadEndpoints {

    private ThreadEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(Threads threads, People people, Numbers numbers) {
        return List.of(new ControlThread(threads, numbers), new DeleteContact(people, numbers));
    }
}
