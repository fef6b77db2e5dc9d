package org.whatsapppolicy.policy.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one section by key, after its keys were checked. */
final class Fields {

    private final Position at;
    private final Map<String, YamlNode> values;
    private final Map<String, Position> keys;
    private final boolean readable;

    private Fields(Position at, Map<String, YamlNode> values, Map<String, Position> keys, boolean readable) {
        this.at = at;
        this.values = values;
        this.keys = keys;
        this.readable = readable;
    }

    /**
     * @param at where to complain about what is missing: the section's own key
     */
    static Fields read(YamlNode node, Position at, Keys keys, Problems problems) {
        Fields fields = entries(node, at, keys.expected(), problems);
        Map<String, YamlNode> values = new LinkedHashMap<>();
        fields.values.forEach((key, value) -> {
            if (keys.knows(key)) {
                values.put(key, value);
            } else {
                problems.add(fields.position(key), "the key " + Quote.code(key), keys.insteadOf(key));
            }
        });
        if (fields.readable) {
            keys.required().forEach((key, example) -> {
                if (!values.containsKey(key)) {
                    problems.add(at, "no key `" + key + "`", example);
                }
            });
        }
        return new Fields(at, values, fields.keys, fields.readable);
    }

    /** Values that were written in a shorter form than a map. */
    static Fields of(Position at, Map<String, YamlNode> values) {
        return new Fields(at, values, Map.of(), true);
    }

    /** A section whose keys are names that the author of the document chooses. */
    static Fields named(YamlNode node, Position at, String expected, Problems problems) {
        Fields fields = entries(node, at, expected, problems);
        if (fields.readable && fields.values.isEmpty()) {
            problems.add(node.position(), "an empty map", expected);
        }
        fields.values.keySet().removeIf(name -> {
            boolean bad = !Names.NAME.matcher(name).matches();
            if (bad) {
                problems.add(fields.position(name), "the name " + Quote.code(name), Names.EXPECTED);
            }
            return bad;
        });
        return fields;
    }

    private static Fields entries(YamlNode node, Position at, String expected, Problems problems) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, Position> positions = new HashMap<>();
        if (!(node instanceof YamlNode.Mapping mapping) || mapping.looksLikePlaceholder()) {
            if (!(node instanceof YamlNode.Refused)) {
                problems.add(node.position(), node.describe(), expected);
            }
            return new Fields(at, values, positions, false);
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = key(entry.key(), problems);
            if (key == null) {
                continue;
            }
            Position first = positions.putIfAbsent(key, entry.key().position());
            if (first != null) {
                problems.add(
                        entry.key().position(),
                        "the key " + Quote.code(key) + " a second time",
                        "each key once; it stands at line " + first.line() + " already");
            } else {
                values.put(key, entry.value());
            }
        }
        return new Fields(at, values, positions, true);
    }

    private static @Nullable String key(YamlNode node, Problems problems) {
        if (node instanceof YamlNode.Refused) {
            return null;
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problems.add(node.position(), node.describe() + " as a key", "a word as a key; placeholders need quotes");
            return null;
        }
        if (scalar.plain() && scalar.text().equals("<<")) {
            problems.add(node.position(), "a merge key (`<<`)", "no merge; let a purpose `extends` another");
            return null;
        }
        if (scalar.type() != PlainType.TEXT) {
            boolean old = scalar.type() == PlainType.OLD_BOOLEAN || scalar.type() == PlainType.OLD_NUMBER;
            problems.add(
                    node.position(),
                    old ? "the key " + node.describe() : node.describe() + " as a key",
                    scalar.type() == PlainType.NOTHING
                            ? "a word as a key"
                            : "a text as a key; write \"" + Quote.shorten(scalar.text()) + "\" in quotes");
            return null;
        }
        return scalar.text();
    }

    /** Where the section's own key stands. */
    Position at() {
        return at;
    }

    /** Where the key stands; the section when it does not stand here. */
    Position position(String key) {
        return keys.getOrDefault(key, at);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    YamlNode get(String key) {
        return values.get(key);
    }

    Map<String, YamlNode> all() {
        return values;
    }

    boolean readable() {
        return readable;
    }

    /** The same values, of which some could not be found: their absence is told elsewhere. */
    Fields incomplete() {
        return new Fields(at, values, keys, false);
    }

    /** These values and, where they are silent, the other's, except for those that are never inherited. */
    Fields over(Fields inherited, Set<String> neverInherited) {
        Map<String, YamlNode> merged = new LinkedHashMap<>(inherited.values);
        merged.keySet().removeAll(neverInherited);
        merged.putAll(values);
        return new Fields(at, merged, keys, readable && inherited.readable);
    }
}
