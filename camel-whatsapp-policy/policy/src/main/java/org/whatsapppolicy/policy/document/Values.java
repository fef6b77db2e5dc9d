package org.whatsapppolicy.policy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads single values and lists of them, placeholders resolved; tells what is wrong and goes on with a stand-in. */
final class Values {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");

    private final Problems problems;
    private final UnaryOperator<String> placeholders;
    private final UnaryOperator<String> tokens;

    /** @param tokens resolves access tokens */
    Values(Problems problems, UnaryOperator<String> placeholders, UnaryOperator<String> tokens) {
        this.problems = problems;
        this.placeholders = placeholders;
        this.tokens = tokens;
    }

    /** The value, or null when it is absent or wrong. */
    <T> @Nullable T read(@Nullable YamlNode node, Kind<T> kind) {
        return read(node, kind, placeholders);
    }

    /** The access token, or null when it is absent or wrong. */
    @Nullable
    String token(@Nullable YamlNode node, Kind<String> kind) {
        return read(node, kind, tokens);
    }

    private <T> @Nullable T read(@Nullable YamlNode node, Kind<T> kind, UnaryOperator<String> resolver) {
        if (node == null || node instanceof YamlNode.Refused) {
            return null;
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            boolean unquoted = node instanceof YamlNode.Mapping mapping && mapping.looksLikePlaceholder();
            problems.add(
                    node.position(),
                    node.describe(),
                    kind.expected() + (unquoted ? "; write the placeholder in quotes, \"{{...}}\"" : ""));
            return null;
        }
        String resolved = resolve(scalar, resolver);
        if (resolved == null) {
            return null;
        }
        boolean placeholder = !resolved.equals(scalar.text())
                || PLACEHOLDER.matcher(scalar.text()).find();
        if (!placeholder && !rightType(scalar, kind)) {
            problems.add(scalar.position(), found(scalar, kind), rightWay(scalar, kind));
            return null;
        }
        try {
            return kind.parse().apply(resolved);
        } catch (Malformed e) {
            // What a placeholder stands for may be a secret: then neither it nor a guess made from it is shown.
            problems.add(
                    scalar.position(),
                    placeholder ? named(scalar.text()) + ", which stands for something else" : found(scalar, kind),
                    placeholder || kind.discreet() ? kind.expected() : e.expected());
            return null;
        }
    }

    <T> T read(@Nullable YamlNode node, Kind<T> kind, T otherwise) {
        T value = read(node, kind);
        return value == null ? otherwise : value;
    }

    /** A list, or null when it is absent or wrong; {@code none} is the empty list where it may be written. */
    <T> @Nullable List<T> list(@Nullable YamlNode node, Kind<T> item, ListForm form) {
        if (node == null || node instanceof YamlNode.Refused) {
            return null;
        }
        if (node instanceof YamlNode.Scalar scalar && form.none()) {
            String resolved = resolve(scalar, placeholders);
            if (resolved == null) {
                return null;
            } else if (resolved.equals("none")) {
                return List.of();
            }
        }
        if (!(node instanceof YamlNode.Sequence sequence) || (sequence.items().isEmpty() && !form.mayBeEmpty())) {
            tellNoList(node, item, form);
            return null;
        }
        List<T> items = new ArrayList<>();
        for (YamlNode each : sequence.items()) {
            T value = read(each, item);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private void tellNoList(YamlNode node, Kind<?> item, ListForm form) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problems.add(node.position(), node.describe(), form.expected());
        } else if (item.discreet()) {
            problems.add(node.position(), "a single value", form.expected());
        } else {
            String text = scalar.text();
            boolean meant = scalar.type() == PlainType.TEXT && !text.equals("none") && refusal(item, text) == null;
            problems.add(
                    node.position(),
                    node.describe(),
                    form.expected() + (meant ? "; write [ \"" + Quote.shorten(text) + "\" ]" : ""));
        }
    }

    /** The text with its placeholders resolved, or null when one does not resolve, which is told. */
    private @Nullable String resolve(YamlNode.Scalar scalar, UnaryOperator<String> resolver) {
        try {
            return resolver.apply(scalar.text());
        } catch (IllegalArgumentException e) {
            problems.add(
                    scalar.position(),
                    named(scalar.text()) + ", which does not resolve",
                    "a placeholder that is defined; set the property or the secret it names");
            return null;
        }
    }

    private static boolean rightType(YamlNode.Scalar scalar, Kind<?> kind) {
        return scalar.plain() ? kind.types().contains(scalar.type()) : kind.quotable();
    }

    private static String found(YamlNode.Scalar scalar, Kind<?> kind) {
        return kind.discreet() && scalar.type() != PlainType.NOTHING
                ? "a value that is not shown here"
                : scalar.describe();
    }

    /** What was written might be right in another guise: with quotes, or without. */
    private static String rightWay(YamlNode.Scalar scalar, Kind<?> kind) {
        Malformed refusal = refusal(kind, scalar.text());
        if (refusal != null) {
            return kind.discreet() ? kind.expected() : refusal.expected();
        }
        if (kind.discreet()) {
            return kind.expected() + ", in quotes";
        }
        String text = Quote.shorten(scalar.text());
        return scalar.plain()
                ? kind.expected() + "; write \"" + text + "\" in quotes"
                : kind.expected() + "; write " + text + " without quotes";
    }

    private static @Nullable Malformed refusal(Kind<?> kind, String text) {
        try {
            var unused = kind.parse().apply(text);
            return null;
        } catch (Malformed e) {
            return e;
        }
    }

    private static String named(String text) {
        String names = PLACEHOLDER
                .matcher(text)
                .results()
                .map(result -> Quote.code(withoutDefault(result.group())))
                .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return "a placeholder";
        }
        return (names.contains(", ") ? "one of the placeholders " : "the placeholder ") + names;
    }

    /** What stands behind a colon may be a value that is used when there is no other, and that a secret. */
    private static String withoutDefault(String placeholder) {
        int colon = placeholder.indexOf(':');
        return colon < 0 ? placeholder : placeholder.substring(0, colon) + ":…}}";
    }

    /**
     * How a list may be written.
     *
     * @param none whether the word {@code none} may stand for it
     */
    record ListForm(String expected, boolean none, boolean mayBeEmpty) {}
}
