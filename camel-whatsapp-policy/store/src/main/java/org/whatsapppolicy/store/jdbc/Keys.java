package org.whatsapppolicy.store.jdbc;

import java.util.Collection;
import java.util.UUID;

/**
 * A set of values as one parameter: {@code where id $in}.
 *
 * @param type what they are
 * @param values at best sorted, so that rows are locked in one order everywhere
 */
record Keys(Type type, Collection<?> values) {

    static Keys ids(Collection<UUID> values) {
        return new Keys(Type.ID, values);
    }

    static Keys numbers(Collection<Long> values) {
        return new Keys(Type.LONG, values);
    }

    static Keys texts(Collection<String> values) {
        return new Keys(Type.TEXT, values);
    }
}
