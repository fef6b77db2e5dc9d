package org.whatsapppolicy.simulator.check;

import java.util.function.ToLongFunction;

/** A number of things that webhooks told of. */
public final class EventCount extends Count {

    private final String what;
    private final ToLongFunction<String> counting;

    EventCount(PersonAssert person, String what, ToLongFunction<String> counting) {
        super(person);
        this.what = what;
        this.counting = counting;
    }

    @Override
    String what() {
        return what;
    }

    @Override
    long of(String address) {
        return counting.applyAsLong(address);
    }
}
