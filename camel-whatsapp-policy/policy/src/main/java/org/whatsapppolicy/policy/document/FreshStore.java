package org.whatsapppolicy.policy.document;

/** What the operator declares about the store (S-8). */
public enum FreshStore {
    /** Nothing was said: a store that is new sends no marketing until a suppression list was imported. */
    UNDECLARED,
    /** A new store is fine: nobody opted out anywhere else. */
    ACCEPTED,
    /** The store came back from a backup and may have forgotten opt-outs: no marketing until a list was imported. */
    RESTORED
}
