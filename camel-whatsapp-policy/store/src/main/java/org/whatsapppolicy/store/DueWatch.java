package org.whatsapppolicy.store;

/** Tells when held messages may be due sooner than {@link PolicyStore#nextDue} said; see {@link PolicyStore#watchDue}. */
public interface DueWatch extends AutoCloseable {

    /** Whether it hears of what other processes do, just now. If not, look from time to time. */
    boolean everywhere();

    @Override
    void close();
}
