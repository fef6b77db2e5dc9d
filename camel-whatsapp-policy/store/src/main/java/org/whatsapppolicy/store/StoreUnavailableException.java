package org.whatsapppolicy.store;

import org.jspecify.annotations.Nullable;

/** The store could not be used: away, slow, full, read-only or broken. A redelivery of the route may help. */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean commitUnknown;

    /**
     * @param message what was tried, what was found, what to do
     * @param commitUnknown whether the transaction may have been committed although its answer was lost
     */
    public StoreUnavailableException(String message, @Nullable Throwable cause, boolean commitUnknown) {
        super(message, cause);
        this.commitUnknown = commitUnknown;
    }

    /** Whether the work may have been done all the same. */
    public boolean commitUnknown() {
        return commitUnknown;
    }

    /**
     * Whether only somebody or something that this needs is held by somebody else for too long; what needs none of it is not
     * concerned.
     */
    public boolean ofSomeOnly() {
        return false;
    }

    /** The same for who stood behind those that met it, and was not tried. */
    StoreUnavailableException forWhoWaitedBehind() {
        return new StoreUnavailableException(
                "nothing was recorded of this one, which waited behind others: " + getMessage(), this, false);
    }
}
