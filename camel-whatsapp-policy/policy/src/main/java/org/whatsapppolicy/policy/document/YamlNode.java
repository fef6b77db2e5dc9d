package org.whatsapppolicy.policy.document;

import java.util.List;

/** A piece of YAML and where it stands. */
sealed interface YamlNode {

    Position position();

    /** What stands there, in words for an error message. */
    String describe();

    /** A single value. Its type depends on the place it stands at, so the text is kept as written. */
    record Scalar(Position position, String text, boolean plain) implements YamlNode {

        PlainType type() {
            return plain ? PlainType.of(text) : PlainType.TEXT;
        }

        @Override
        public String describe() {
            return plain ? type().describe(text) : '"' + Quote.shorten(text) + '"';
        }
    }

    record Sequence(Position position, List<YamlNode> items) implements YamlNode {
        @Override
        public String describe() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    record Mapping(Position position, List<Entry> entries) implements YamlNode {
        @Override
        public String describe() {
            return looksLikePlaceholder() ? "a placeholder without quotes" : "a map";
        }

        /** YAML reads <code>{{a.b}}</code> without quotes as a map whose key is a map. */
        boolean looksLikePlaceholder() {
            return entries.size() == 1 && entries.get(0).key() instanceof Mapping;
        }
    }

    record Entry(YamlNode key, YamlNode value) {}

    /** Something whose mistake has been told already; nobody need complain about it again. */
    record Refused(Position position) implements YamlNode {
        @Override
        public String describe() {
            return "something that is refused";
        }
    }
}
