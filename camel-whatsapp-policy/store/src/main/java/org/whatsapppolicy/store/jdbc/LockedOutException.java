package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.StoreUnavailableException;

/** Somebody else held a person, a key or a message for too long. Nothing was recorded, and what needs none of them is not concerned. */
final class LockedOutException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    LockedOutException(String message, Throwable cause) {
        super(message, cause, false);
    }

    @Override
    public boolean ofSomeOnly() {
        return true;
    }
}
