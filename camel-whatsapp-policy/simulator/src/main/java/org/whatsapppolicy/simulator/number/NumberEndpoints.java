package org.whatsapppolicy.simulator.number;

import java.util.List;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.graph.Endpoint;

/** What can be asked about phone numbers. */
public final class NumberEndpoints {

    private NumberEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(
            Numbers numbers, SimulatorClock clock, NumberFields fields, NumberListener listener) {
        return List.of(
                new ReadNumber(numbers, fields),
                new ChangeNumber(numbers, clock, listener),
                new RegisterNumber(numbers, clock),
                new DeregisterNumber(numbers, clock),
                new RequestCode(numbers),
                new VerifyCode(numbers),
                new ReadProfile(numbers),
                new ChangeProfile(numbers));
    }
}
