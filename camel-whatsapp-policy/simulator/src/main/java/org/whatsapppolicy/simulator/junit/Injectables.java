package org.whatsapppolicy.simulator.junit;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.fault.Faults;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.token.Tokens;

/** What a test can ask for by type. */
final class Injectables {

    private static final Map<Class<?>, Function<Simulator, Object>> BY_TYPE = Map.of(
            Simulator.class, simulator -> simulator,
            SimulatorClock.class, Simulator::clock,
            People.class, Simulator::people,
            Ledger.class, Simulator::ledger,
            Faults.class, Simulator::faults,
            Templates.class, Simulator::templates,
            Tokens.class, Simulator::tokens,
            Numbers.class, Simulator::numbers,
            Limits.class, Simulator::limits);

    private Injectables() {}

    static boolean knows(Class<?> type) {
        return BY_TYPE.containsKey(type);
    }

    static Object of(Class<?> type, Simulator simulator) {
        Function<Simulator, Object> part = BY_TYPE.get(type);
        if (part == null) {
            throw new ExtensionConfigurationException("@WhatsAppSimulator cannot inject " + type.getName()
                    + "; it can inject "
                    + BY_TYPE.keySet().stream()
                            .map(Class::getSimpleName)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return part.apply(simulator);
    }
}
