package org.whatsapppolicy.simulator.limit;

import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** Hears of limits that changed, which the platform announces by webhook. Must not block. */
public interface LimitEvents {

    /** Hears nothing. */
    LimitEvents NONE = new LimitEvents() {

        @Override
        public void tierRaised(Tier now) {}

        @Override
        public void throughputRaised(SimulatedNumber number) {}
    };

    /** The portfolio, and so every number, is on another tier. */
    void tierRaised(Tier now);

    /** The number may now send 1,000 messages a second. */
    void throughputRaised(SimulatedNumber number);
}
