package org.whatsapppolicy.camel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.upkeep.Chores;
import org.whatsapppolicy.store.PersonalData;

/** Has everything wrapped by the current key after a rotation (S-47), in small transactions and without haste. */
final class DataProtection {

    private static final Logger LOG = LoggerFactory.getLogger(DataProtection.class);
    private static final int AT_ONCE = 500;
    private static final long PAUSE_MILLIS = 100;
    private static final long AGAIN_MILLIS = 3_600_000;

    private final PersonalData data;
    private final Chores chores;
    private long wrapped;

    DataProtection(PersonalData data, Chores chores) {
        this.data = data;
        this.chores = chores;
    }

    void start() {
        chores.now(AGAIN_MILLIS, "wrap keys by the current one", this::step);
    }

    private long step() {
        int some = data.wrapAgain(AT_ONCE);
        wrapped += some;
        if (some > 0) {
            return PAUSE_MILLIS;
        }
        if (wrapped > 0) {
            LOG.info("The current key wraps everything now, {} keys were wrapped by another before", wrapped);
            wrapped = 0;
        }
        return AGAIN_MILLIS;
    }
}
