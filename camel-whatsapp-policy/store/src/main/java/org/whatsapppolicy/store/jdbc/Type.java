package org.whatsapppolicy.store.jdbc;

/** The few types that cross the line to the database, by their PostgreSQL names; SQLite takes what it is given. */
enum Type {
    ID("uuid"),
    TEXT("text"),
    LONG("bigint"),
    INT("integer"),
    FLAG("boolean");

    private final String postgres;

    Type(String postgres) {
        this.postgres = postgres;
    }

    String postgres() {
        return postgres;
    }
}
