package org.whatsapppolicy.simulator.shown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One card of a person.
 *
 * @param name the formatted name
 * @param phones as written
 */
public record ShownContact(
        String name,
        List<String> phones,
        List<String> emails,
        @Nullable String organisation) {

    /** Copies the lists. */
    public ShownContact {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }
}
