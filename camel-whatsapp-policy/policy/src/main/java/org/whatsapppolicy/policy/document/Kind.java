package org.whatsapppolicy.policy.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What a single value must be.
 *
 * @param types what it may be when it is written without quotes
 * @param quotable whether it may be written in quotes
 * @param discreet whether what was found must never be shown
 * @param expected what to write, for people
 * @param parse makes the value, or throws {@link Malformed}
 */
record Kind<T>(Set<PlainType> types, boolean quotable, boolean discreet, String expected, Function<String, T> parse) {

    static <T> Kind<T> text(String expected, Function<String, T> parse) {
        return new Kind<>(EnumSet.of(PlainType.TEXT), true, false, expected, parse);
    }

    static Kind<String> text(String expected) {
        return text(expected, text -> {
            if (text.isBlank()) {
                throw new Malformed(text, expected);
            }
            return text;
        });
    }

    static <T> Kind<T> number(String expected, Function<String, T> parse) {
        return new Kind<>(EnumSet.of(PlainType.WHOLE_NUMBER), false, false, expected, parse);
    }

    static Kind<Boolean> flag() {
        return new Kind<>(EnumSet.of(PlainType.BOOLEAN), false, false, "`true` or `false`", text -> switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw new Malformed(text, "`true` or `false`");
        });
    }

    /** One of the words of an enum, written in lower case with hyphens. */
    static <E extends Enum<E>> Kind<E> word(Class<E> type) {
        return word(List.of(type.getEnumConstants()));
    }

    static <E extends Enum<E>> Kind<E> word(List<E> constants) {
        List<String> words = constants.stream().map(Kind::written).toList();
        String expected = words.size() == 1 ? "`" + words.get(0) + "`" : "one of " + String.join(", ", words);
        return text(expected, text -> {
            int index = words.indexOf(text);
            if (index < 0) {
                throw new Malformed(text, expected + Spelling.didYouMean(text, words));
            }
            return constants.get(index);
        });
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same, also when it is written as a plain value of these types. */
    Kind<T> orPlain(PlainType... more) {
        Set<PlainType> all = EnumSet.copyOf(types);
        all.addAll(Arrays.asList(more));
        return new Kind<>(Set.copyOf(all), quotable, discreet, expected, parse);
    }

    /** The same, for values that might be a secret that somebody pasted into the wrong place. */
    Kind<T> kept() {
        return new Kind<>(types, quotable, true, expected, parse);
    }
}
