package org.whatsapppolicy.benchmarks.compare;

import java.util.List;

/**
 * A ratio that is wanted.
 *
 * @param faster who is to be faster
 * @param slower than whom
 * @param times how many times
 * @param precondition whether it makes sure that the comparison is fair, and is not an aim of its own
 */
record Goal(String faster, String slower, double times, boolean precondition) {

    static final List<Goal> ALL = List.of(
            new Goal("stock", "jdk", 0.9, true),
            new Goal("send-sqlite", "stock", 2.5, false),
            new Goal("send-sqlite-vertx", "stock", 3.5, false),
            new Goal("send-postgres", "stock", 1.5, false),
            new Goal("send-sqlite", "hand-sqlite", 3, false),
            new Goal("send-postgres", "hand-postgres", 3, false),
            new Goal("send-postgres-vertx", "hand-postgres", 3, false));
}
