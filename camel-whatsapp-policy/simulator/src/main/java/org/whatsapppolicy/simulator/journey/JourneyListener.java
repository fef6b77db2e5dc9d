package org.whatsapppolicy.simulator.journey;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.shown.Progress;

/** Hears how far messages got. Called in order of time, on a thread of the clock's choosing; must neither block nor throw. */
@FunctionalInterface
public interface JourneyListener {

    /**
     * A message was sent, delivered or read, or failed.
     *
     * @param failure why it failed, null otherwise
     */
    void reached(Journey journey, Progress progress, @Nullable GraphError failure);
}
