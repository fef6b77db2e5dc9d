package org.whatsapppolicy.store.jdbc;

import java.lang.reflect.Array;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The few types that cross the line to the database, by their PostgreSQL names; SQLite takes what it is given. */
enum Type {
    ID("uuid", UUID.class),
    TEXT("text", String.class),
    LONG("bigint", Long.class),
    INT("integer", Integer.class),
    FLAG("boolean", Boolean.class);

    private final String postgres;
    private final Class<?> java;

    Type(String postgres, Class<?> java) {
        this.postgres = postgres;
        this.java = java;
    }

    String postgres() {
        return postgres;
    }

    /** Of the exact class: then PostgreSQL's driver writes it as it is and not as text, ids apart. */
    @Nullable
    Object[] array(int length) {
        return (@Nullable Object[]) Array.newInstance(java, length);
    }
}
