package org.whatsapppolicy.policy.document;

import java.util.List;

/**
 * A document with a mistake, and what the reader says of it.
 *
 * @param told each problem as {@code line:column: found …, expected …}, in the order of the text
 * @param schemaSees whether a schema can say it, too; not for mistakes of the YAML itself, for what one part of the document
 *     says of another, and for lists as long as the one of time zones
 */
record Mistake(String name, String text, List<String> told, boolean schemaSees) {

    static Mistake mistake(String name, String text, String... told) {
        return new Mistake(name, text, List.of(told), true);
    }

    Mistake unseenBySchema() {
        return new Mistake(name, text, told, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
