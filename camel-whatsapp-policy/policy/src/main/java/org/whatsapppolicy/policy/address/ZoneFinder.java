package org.whatsapppolicy.policy.address;

import java.time.ZoneId;
import java.util.Set;

/** Finds the time zones in which a recipient can be, when no record says it (S-27, M-12). Thread-safe, caches. */
public final class ZoneFinder {

    /** The zones that the number, or the BSUID's country, can lie in; empty when none is known. */
    public Set<ZoneId> zones(Recipient recipient) {
        throw new UnsupportedOperationException();
    }
}
