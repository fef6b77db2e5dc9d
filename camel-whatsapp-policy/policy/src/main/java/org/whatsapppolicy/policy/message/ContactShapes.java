package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Map;

/** Contact cards. */
final class ContactShapes {

    /** The platform's page speaks of 257, its own machine-readable description of 5: five is safe under both. */
    private static final int MAX_CARDS = 5;

    private static final List<String> FURTHER_NAMES =
            List.of("first_name", "last_name", "middle_name", "prefix", "suffix");

    private static final Shape ENTRIES = Shape.list(0, JsonValues.MAX_VALUES, "entries", Shape.object());

    static final Shape CONTACTS = Shape.list(
            1,
            MAX_CARDS,
            "contacts",
            Shape.object()
                    .required(
                            "name",
                            Shape.object()
                                    .required("formatted_name", Shape.text())
                                    .where(ContactShapes::named))
                    .optional("phones", ENTRIES)
                    .optional("emails", ENTRIES)
                    .optional("addresses", ENTRIES)
                    .optional("urls", ENTRIES)
                    .optional("org", Shape.object())
                    .optional("birthday", Shape.text()));

    private ContactShapes() {}

    private static void named(String path, Object name) {
        if (FURTHER_NAMES.stream().noneMatch(((Map<?, ?>) name)::containsKey)) {
            throw new InvalidMessageException(
                    path,
                    "expected one of " + String.join(", ", FURTHER_NAMES) + " besides formatted_name, found none");
        }
    }
}
