package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code consent} of a purpose: a word, or a map (S-10, S-11, S-14). */
final class ConsentSection {

    static final Keys KEYS = Keys.of("consent")
            .required("kind", "kind: opt-in, double-opt-in, conversation or none")
            .optional("validFor", "evidence", "from", "maxAge", "whenUnavailable", "ask");

    /** How old an answer from outside may be when nothing is said. */
    static final Duration MAX_AGE = Duration.ofHours(1);

    private static final Kind<ConsentKind> KIND = Kind.word(ConsentKind.class);
    private static final Kind<Boolean> EVIDENCE = Kind.flag();
    private static final Kind<Duration> VALID_FOR = Kinds.duration('d');
    private static final Kind<Duration> OLDEST = Kinds.duration('h');
    private static final Kind<WhenLimited> UNAVAILABLE = Kind.word(WhenLimited.class);
    private static final Kind<String> FROM = Kinds.matching(
                    Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+"), "an endpoint URI such as direct:consent-of-crm")
            .kept();

    private static final List<String> NEED_FROM = List.of("maxAge", "whenUnavailable");
    private static final List<String> NEED_GRANT =
            List.of("validFor", "evidence", "from", "maxAge", "whenUnavailable", "ask");

    private final Values values;
    private final Problems problems;

    ConsentSection(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    ConsentRule read(@Nullable YamlNode node, Position at, @Nullable Category category) {
        Fields fields = node instanceof YamlNode.Mapping mapping && !mapping.looksLikePlaceholder()
                ? Fields.read(node, at, KEYS, problems)
                : Fields.of(at, node == null ? Map.of() : Map.of("kind", node));
        ConsentKind kind = values.read(fields.get("kind"), KIND, ConsentKind.OPT_IN);
        checkNone(fields.get("kind"), kind, category);
        checkTogether(fields, kind);
        String from = values.read(fields.get("from"), FROM);
        Duration maxAge = values.read(fields.get("maxAge"), OLDEST);
        return new ConsentRule(
                kind,
                values.read(fields.get("validFor"), VALID_FOR),
                values.read(fields.get("evidence"), EVIDENCE, category == Category.MARKETING),
                from,
                from == null ? null : maxAge == null ? MAX_AGE : maxAge,
                values.read(fields.get("whenUnavailable"), UNAVAILABLE, WhenLimited.DENY),
                TemplateRefs.read(fields.get("ask"), fields.position("ask"), values, problems));
    }

    private void checkNone(@Nullable YamlNode node, ConsentKind kind, @Nullable Category category) {
        if (node != null && kind == ConsentKind.NONE && category != null && category != Category.AUTHENTICATION) {
            problems.add(
                    node.position(),
                    "consent `none` for " + Kind.written(category),
                    "opt-in, double-opt-in or conversation; only authentication may go without consent");
        }
    }

    private void checkTogether(Fields fields, ConsentKind kind) {
        if (fields.has("ask") && (kind == ConsentKind.OPT_IN || fields.has("from"))) {
            problems.add(
                    fields.position("ask"),
                    "`ask` " + (fields.has("from") ? "with `from`" : "with consent `opt-in`"),
                    fields.has("from")
                            ? "no such key: the endpoint that is asked decides"
                            : "no such key, or `double-opt-in`: only that has a second act to ask for");
        }
        boolean noGrant = kind == ConsentKind.NONE || kind == ConsentKind.CONVERSATION;
        for (String key : fields.all().keySet()) {
            if (noGrant && NEED_GRANT.contains(key)) {
                problems.add(
                        fields.position(key),
                        "`" + key + "` with consent `" + Kind.written(kind) + "`",
                        "no such key: there is no grant that it could speak of");
            } else if (NEED_FROM.contains(key) && !fields.has("from")) {
                problems.add(
                        fields.position(key), "`" + key + "` without `from`", "`from` too: the endpoint that is asked");
            }
        }
    }
}
