package org.whatsapppolicy.policy.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of one kind of section: the single place that says which there are. Errors about unknown and missing keys, the
 * guess at what was meant, and the comparison with the schema follow from it.
 */
final class Keys {

    private final String section;
    private final Map<String, String> required = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    private Keys(String section) {
        this.section = section;
    }

    static Keys of(String section) {
        return new Keys(section);
    }

    /**
     * @param example how to write it
     */
    Keys required(String key, String example) {
        required.put(key, example);
        known.add(key);
        return this;
    }

    Keys optional(String... keys) {
        known.addAll(Set.of(keys));
        return this;
    }

    /** Keys whose meaning a later release builds: accepting them now would promise what nobody keeps. */
    Keys later(String what, String... keys) {
        for (String key : keys) {
            refused.put(
                    key,
                    "no such key yet: " + what + " come with a later release, and this one would not enforce them;"
                            + " remove it");
        }
        return this;
    }

    /** A key that people will look for here, and where it really stands. */
    Keys elsewhere(String key, String where) {
        refused.put(key, where);
        return this;
    }

    Set<String> known() {
        return Collections.unmodifiableSet(known);
    }

    Map<String, String> required() {
        return Collections.unmodifiableMap(required);
    }

    Set<String> refused() {
        return Collections.unmodifiableSet(refused.keySet());
    }

    /** What must stand where the section should. */
    String expected() {
        return "a map, which may have the keys " + String.join(", ", known);
    }

    boolean knows(String key) {
        return known.contains(key);
    }

    /** What to write instead of a key that is not known. */
    String insteadOf(String key) {
        String reason = refused.get(key);
        return reason != null
                ? reason
                : "a key of " + section + " (" + String.join(", ", known) + ")" + Spelling.didYouMean(key, known);
    }
}
