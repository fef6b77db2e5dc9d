package org.whatsapppolicy.policy.document;

import java.util.regex.Pattern;

/** What a value without quotes is in YAML 1.2's core schema, and what YAML 1.1 would have made of it (S-6). */
enum PlainType {
    NOTHING,
    BOOLEAN,
    WHOLE_NUMBER,
    NUMBER,
    /** A text in YAML 1.2, true or false in YAML 1.1: {@code no}, and Norway with it. */
    OLD_BOOLEAN,
    /** A text in YAML 1.2, a number in YAML 1.1: {@code 1_000}, and {@code 22:00}, which to the base of 60 is 1320. */
    OLD_NUMBER,
    TEXT;

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern OLD_BOOL = Pattern.compile("y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF");
    private static final Pattern OLD_NUMBERS = Pattern.compile(
            "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|[-+]?[0-9]+_[0-9_]*(\\.[0-9_]*)?|[-+]?0b[01_]+");

    static PlainType of(String text) {
        if (NULL.matcher(text).matches()) {
            return NOTHING;
        } else if (BOOL.matcher(text).matches()) {
            return BOOLEAN;
        } else if (INT.matcher(text).matches()) {
            return WHOLE_NUMBER;
        } else if (FLOAT.matcher(text).matches()) {
            return NUMBER;
        } else if (OLD_BOOL.matcher(text).matches()) {
            return OLD_BOOLEAN;
        }
        return OLD_NUMBERS.matcher(text).matches() ? OLD_NUMBER : TEXT;
    }

    String describe(String text) {
        return switch (this) {
            case NOTHING -> "nothing";
            case WHOLE_NUMBER, NUMBER -> "the number " + Quote.shorten(text);
            case OLD_BOOLEAN -> Quote.code(text) + " without quotes, which older YAML takes for true or false";
            case OLD_NUMBER -> Quote.code(text) + " without quotes, which older YAML takes for a number";
            case BOOLEAN, TEXT -> Quote.code(text);
        };
    }
}
