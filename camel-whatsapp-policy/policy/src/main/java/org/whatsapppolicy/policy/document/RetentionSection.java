package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Retention.Decisions;

/** Reads the section {@code retention}: how long what ended is kept (S-47). */
final class RetentionSection {

    static final Keys KEYS = Keys.of("retention")
            .optional("payload", "decisions", "inbox", "dedupe", "events")
            .elsewhere("keys", "no such key: idempotency keys are kept as long as `decisions`")
            .elsewhere("suppression", "no such key: suppressions are kept for good (S-47)")
            .elsewhere(
                    "consent", "no such key: consent and its history are kept for good; a person is erased by forget");

    static final Keys DECISIONS = Keys.of("decisions").optional("sent", "denied", "expired", "failed", "unknown");

    /** What counts against caps must be known for as long as a cap may look back. */
    private static final Duration COUNTED = CapGrammar.LONGEST.plusDays(1);

    private static final Kind<Optional<Duration>> PAYLOAD = orNone(Duration.ZERO);
    private static final Kind<Optional<Duration>> UNCOUNTED = orNone(Duration.ofDays(1));
    private static final Kind<Optional<Duration>> COUNTS = orNone(COUNTED);
    private static final Kind<Optional<Duration>> INBOX = orNone(Duration.ofDays(1));
    private static final Kind<Duration> DEDUPE = atLeast(Retention.DEFAULT.dedupe());
    private static final Kind<Duration> EVENTS = atLeast(Duration.ofDays(1));

    private final Values values;
    private final Problems problems;

    RetentionSection(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    Retention read(@Nullable YamlNode node, Position at) {
        Retention otherwise = Retention.DEFAULT;
        if (node == null) {
            return otherwise;
        }
        Fields fields = Fields.read(node, at, KEYS, problems);
        return new Retention(
                read(fields, "payload", PAYLOAD, otherwise.payload()),
                decisions(fields.get("decisions"), fields.position("decisions")),
                read(fields, "inbox", INBOX, otherwise.inbox()),
                values.read(fields.get("dedupe"), DEDUPE, otherwise.dedupe()),
                values.read(fields.get("events"), EVENTS, otherwise.events()));
    }

    private Decisions decisions(@Nullable YamlNode node, Position at) {
        Decisions otherwise = Retention.DEFAULT.decisions();
        if (node == null) {
            return otherwise;
        }
        boolean byEnd = node instanceof YamlNode.Mapping mapping && !mapping.looksLikePlaceholder();
        if (!byEnd) {
            Optional<Duration> all = values.read(node, COUNTS);
            return all == null ? otherwise : Decisions.of(all.orElse(null));
        }
        Fields ends = Fields.read(node, at, DECISIONS, problems);
        return new Decisions(
                read(ends, "sent", COUNTS, otherwise.sent()),
                read(ends, "denied", UNCOUNTED, otherwise.denied()),
                read(ends, "expired", UNCOUNTED, otherwise.expired()),
                read(ends, "failed", COUNTS, otherwise.failed()),
                read(ends, "unknown", COUNTS, otherwise.unknown()));
    }

    private @Nullable Duration read(
            Fields fields, String key, Kind<Optional<Duration>> kind, @Nullable Duration otherwise) {
        Optional<Duration> read = values.read(fields.get(key), kind);
        return read == null ? otherwise : read.orElse(null);
    }

    private static Kind<Optional<Duration>> orNone(Duration shortest) {
        String expected = DurationGrammar.expected('d') + ", or `none` for good";
        return Kind.text(
                expected,
                text -> text.equals("none")
                        ? Optional.empty()
                        : Optional.of(DurationGrammar.parse(text, 'd', shortest)));
    }

    private static Kind<Duration> atLeast(Duration shortest) {
        return Kind.text(DurationGrammar.expected('d'), text -> DurationGrammar.parse(text, 'd', shortest));
    }
}
