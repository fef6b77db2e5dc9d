package org.whatsapppolicy.store;

import org.jspecify.annotations.Nullable;

/**
 * What a batch tells of the store: that it answered, that it is away, or nothing at all, as when what was asked for broke before the
 * store was.
 *
 * @param answered whether it was there, also when it answered that somebody or something is held
 * @param lost why it could not be used, or null
 */
record Contact(boolean answered, @Nullable StoreUnavailableException lost) {

    static final Contact NONE = new Contact(false, null);
    static final Contact ANSWERED = new Contact(true, null);

    static Contact failed(StoreUnavailableException why) {
        return why.ofSomeOnly() ? ANSWERED : new Contact(false, why);
    }

    /** With what came of something else after it, which was not tried if the store was lost. */
    Contact and(Contact next) {
        return next.lost != null || !answered ? next : this;
    }
}
