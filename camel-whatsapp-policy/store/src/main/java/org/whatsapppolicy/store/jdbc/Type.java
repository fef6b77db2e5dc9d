package org.whatsapppolicy.store.jdbc;

import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The few types that cross the line to the database, by their PostgreSQL names; SQLite takes what it is given. */
enum Type {
    ID("uuid", UUID[]::new),
    TEXT("text", String[]::new),
    LONG("bigint", Long[]::new),
    INT("integer", Integer[]::new),
    FLAG("boolean", Boolean[]::new);

    private final String postgres;
    private final IntFunction<@Nullable Object[]> array;

    Type(String postgres, IntFunction<@Nullable Object[]> array) {
        this.postgres = postgres;
        this.array = array;
    }

    String postgres() {
        return postgres;
    }

    /** Of the exact class: then PostgreSQL's driver writes it as it is and not as text, ids apart. */
    @Nullable
    Object[] array(int length) {
        return array.apply(length);
    }
}
