package org.whatsapppolicy.store.jdbc;

import org.whatsapppolicy.store.StoreUnavailableException;

/** A commit got no answer, and what became of it is not known yet; the mark of the transaction will tell later. */
final class InDoubtException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    private final String mark;

    InDoubtException(String message, Throwable cause, String mark) {
        super(message, cause, true);
        this.mark = mark;
    }

    String mark() {
        return mark;
    }
}
