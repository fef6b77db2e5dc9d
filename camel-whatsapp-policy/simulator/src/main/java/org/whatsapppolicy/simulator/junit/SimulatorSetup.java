package org.whatsapppolicy.simulator.junit;

import org.whatsapppolicy.simulator.SimulatorBuilder;

/** What {@link WhatsAppSimulator} has no option for. Needs a constructor without parameters. */
public interface SimulatorSetup {

    /** Configures further; called after the options of the annotation were set, before the simulator is built. */
    void configure(SimulatorBuilder builder);

    /** Changes nothing. */
    final class None implements SimulatorSetup {

        /** The default. */
        public None() {}

        @Override
        public void configure(SimulatorBuilder builder) {}
    }
}
