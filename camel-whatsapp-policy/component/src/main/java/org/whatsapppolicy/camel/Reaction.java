package org.whatsapppolicy.camel;

import java.util.Locale;

/** What happens to the exchange when a message is denied or held (S-40). */
enum Reaction {
    CONTINUE,
    STOP,
    THROW;

    /** @throws IllegalArgumentException naming the option and what it may be */
    static Reaction of(String option, String value) {
        for (Reaction reaction : values()) {
            if (reaction.name().equals(value.toUpperCase(Locale.ROOT))) {
                return reaction;
            }
        }
        throw new IllegalArgumentException(option + ": found " + value + ", expected continue, stop or throw");
    }
}
