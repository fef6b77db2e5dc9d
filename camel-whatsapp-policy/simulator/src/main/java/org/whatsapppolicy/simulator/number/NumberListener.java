package org.whatsapppolicy.simulator.number;

import org.jspecify.annotations.Nullable;

/** Hears of changes to numbers that concern webhooks. Called on the changing thread; must not block. */
public interface NumberListener {

    /** The two-step PIN was set. */
    void pinChanged(SimulatedNumber number);

    /**
     * Review decided about a new display name.
     *
     * @param rejection such as {@code NAME_FORMAT_UNACCEPTABLE}, null when it was approved
     */
    void nameDecided(SimulatedNumber number, String name, @Nullable String rejection);

    /**
     * Webhooks of that number go elsewhere from now on.
     *
     * @param address null for where those of the account go
     */
    void webhooksRedirected(SimulatedNumber number, @Nullable String address);
}
