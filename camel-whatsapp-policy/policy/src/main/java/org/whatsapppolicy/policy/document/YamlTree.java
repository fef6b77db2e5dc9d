package org.whatsapppolicy.policy.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds nodes from the events of the parser, one document deep in nothing that can explode: no aliases, no tags, bounded
 * nesting and size.
 */
final class YamlTree {

    /** Far more than any policy needs; the parser's time grows with it. */
    static final int LONGEST_TEXT = 1_000_000;

    static final int DEEPEST = 16;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setVersionFunction(version -> version)
            .build();

    private final Iterator<Event> events;
    private final Problems problems;
    private int depth;

    private YamlTree(String text, Problems problems) {
        this.events = new Parse(SETTINGS).parseString(text).iterator();
        this.problems = problems;
    }

    /** The root of the only document, or null when the text has none that can be read; the reason is told. */
    static @Nullable YamlNode read(String text, Problems problems) {
        if (text.length() > LONGEST_TEXT) {
            problems.add(
                    Position.START,
                    "a text of " + text.length() + " characters",
                    "at most " + LONGEST_TEXT + " characters");
            return null;
        }
        String yaml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return SyntaxErrors.told(yaml, problems, () -> new YamlTree(yaml, problems).document());
    }

    private @Nullable YamlNode document() {
        YamlNode root = null;
        boolean several = false;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start) {
                checkDirectives(start);
                several = several || root != null;
                if (several) {
                    problems.add(
                            at(event),
                            "a second document",
                            "one document in a file; remove the `---` and what follows");
                    return null;
                }
            } else if (event instanceof NodeEvent) {
                root = node(event);
            }
        }
        if (root == null) {
            problems.add(Position.START, "an empty document", "a policy, starting with `version: 1`");
        }
        return root;
    }

    private void checkDirectives(DocumentStartEvent start) {
        boolean version = start.getSpecVersion()
                .filter(spec -> spec.getMajor() != 1 || spec.getMinor() != 2)
                .isPresent();
        if (version || start.getTags().size() > 2) {
            problems.add(
                    at(start), "a YAML directive", "YAML 1.2 without directives; remove the line that starts with `%`");
        }
    }

    private YamlNode node(Event event) {
        if (event instanceof AliasEvent) {
            problems.add(
                    at(event), "an alias (`*`)", "the value itself; to share rules let a purpose `extends` another");
            return new YamlNode.Refused(at(event));
        }
        NodeEvent start = (NodeEvent) event;
        checkProperties(start);
        if (start instanceof ScalarEvent scalar) {
            return new YamlNode.Scalar(at(scalar), scalar.getValue(), scalar.isPlain());
        }
        return collection(start);
    }

    private YamlNode collection(NodeEvent start) {
        if (++depth > DEEPEST) {
            throw new TooDeep(at(start));
        }
        YamlNode node = start instanceof MappingStartEvent ? mapping(at(start)) : sequence(at(start));
        depth--;
        return node;
    }

    private YamlNode mapping(Position at) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event);
            entries.add(new YamlNode.Entry(key, node(events.next())));
        }
        return new YamlNode.Mapping(at, List.copyOf(entries));
    }

    private YamlNode sequence(Position at) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event));
        }
        return new YamlNode.Sequence(at, List.copyOf(items));
    }

    private void checkProperties(NodeEvent node) {
        if (node.getAnchor().isPresent()) {
            problems.add(at(node), "an anchor (`&`)", "no anchor; to share rules let a purpose `extends` another");
        }
        Optional<String> tag = node instanceof ScalarEvent scalar
                ? scalar.getTag()
                : node instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            problems.add(at(node), "a tag (`!`)", "the value alone; its key says what type it has");
        }
    }

    private static Position at(Event event) {
        return at(event.getStartMark());
    }

    static Position at(Optional<Mark> mark) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
    }

    /** Ends the reading before the stack does. */
    static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Position position;

        TooDeep(Position position) {
            this.position = position;
        }

        Position position() {
            return position;
        }
    }
}
