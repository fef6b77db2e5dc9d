package org.whatsapppolicy.store.jdbc;

/** Columns that are encrypted. Their names go into what is encrypted: never rename one. */
enum Sealed {
    PAYLOAD,
    CONTEXT,
    ACTOR,
    REFERENCE,
    INBOX;

    /** The columns that {@link Row#opener} reads, for a table of that alias. */
    static String columns(String alias) {
        return columnsOf(alias + ".key_id");
    }

    static String columnsOf(String key) {
        return key + ", pk.wrapping, pk.wrapped";
    }

    static String join(String alias) {
        return joinOn(alias + ".key_id");
    }

    static String joinOn(String key) {
        return " left join person_key pk on pk.id = " + key;
    }
}
