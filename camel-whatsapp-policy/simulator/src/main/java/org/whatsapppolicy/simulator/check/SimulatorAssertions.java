package org.whatsapppolicy.simulator.check;

import java.util.List;
import org.whatsapppolicy.simulator.Simulator;

/**
 * Where assertions about people begin.
 *
 * <pre>{@code
 * assertThatPerson(simulator, "+15550101001").received("template").ofTemplate("parcel_sent").exactly(1);
 * assertThatPerson(simulator, "+15550101002").received().never();
 * assertThatEverybody(simulator).received("text").atMost(3);
 * }</pre>
 */
public final class SimulatorAssertions {

    private SimulatorAssertions() {}

    /** About one person, by phone number in any notation or by business-scoped user id. */
    public static PersonAssert assertThatPerson(Simulator simulator, String address) {
        return new PersonAssert(simulator, List.of(address));
    }

    /**
     * About each person to whom a message was addressed so far, or who wrote. Holds when it holds for every one of
     * them; a failure names the first for whom it does not.
     */
    public static PersonAssert assertThatEverybody(Simulator simulator) {
        return new PersonAssert(simulator, Cast.of(simulator));
    }
}
