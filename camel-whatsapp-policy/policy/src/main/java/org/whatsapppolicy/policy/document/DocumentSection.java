package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.policy.address.RecipientReader;

/** Reads the whole document: its own keys, and each section by its own class. */
final class DocumentSection {

    static final Keys KEYS = Keys.of("the document")
            .required("version", "version: 1")
            .required("revision", "revision: a whole number that grows with every change, such as 1")
            .required("senders", "senders: a map of business phone numbers by name")
            .required("purposes", "purposes: a map of reasons to message people by name")
            .optional("store", "recipients", "caps", "quietHours", "spread", "optOut", "retention")
            .later("guarded endpoints", "guard")
            .later("the quality governor's rules", "governor")
            .later("budgets", "budgets")
            .later("shadow runs", "shadow")
            .later("access rules", "access")
            .later("content rules", "content")
            .later("approvals", "approval")
            .elsewhere("freshStore", "`freshStore` under `store`: store: { freshStore: accepted }")
            .elsewhere("otherSenders", "`otherSenders` under `store`: store: { otherSenders: expected }")
            .elsewhere("intake", "`intake` under `optOut`: optOut: { intake: external }")
            .elsewhere("only", "`only` under `recipients`: recipients: { only: [] }");

    static final Keys STORE = Keys.of("store").optional("freshStore", "otherSenders");
    static final Keys CAPS = Keys.of("caps").required("proactive", "proactive: [ \"1/24h until reply\" ] or none");

    static final Duration SPREAD = Duration.ofMinutes(30);

    static final List<Cap> PROACTIVE = List.of(new Cap.Rolling(1, Duration.ofHours(24), true));

    private static final Kind<Integer> VERSION = Kind.number("1, the only version there is", text -> {
        if (!text.equals("1")) {
            throw new Malformed(text, "1, the only version there is");
        }
        return 1;
    });
    private static final Kind<Long> REVISION = revision();
    private static final Kind<FreshStore> FRESH = Kind.word(List.of(FreshStore.ACCEPTED, FreshStore.RESTORED));
    private static final Kind<OtherSenders> OTHERS = Kind.word(OtherSenders.class);

    private static final Kind<Duration> SPREADS = spreads();

    enum OtherSenders {
        EXPECTED
    }

    private final Values values;
    private final Problems problems;
    private final Fields fields;

    DocumentSection(YamlNode root, Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
        this.fields = Fields.read(root, Position.START, KEYS, problems);
    }

    PolicyDocument read(String hash, String text, RecipientReader addresses) {
        values.read(fields.get("version"), VERSION);
        RecipientsSection recipients = RecipientsSection.read(
                fields.get("recipients"), fields.position("recipients"), values, problems, addresses);
        Fields store = section("store", STORE);
        Map<String, Sender> senders = new LinkedHashMap<>();
        named("senders", SenderSection.KEYS)
                .forEach(
                        (name, each) -> senders.put(name, SenderSection.read(name, each, recipients.region(), values)));
        return new PolicyDocument(
                values.read(fields.get("revision"), REVISION, 1L),
                hash,
                text,
                values.read(store.get("freshStore"), FRESH, FreshStore.UNDECLARED),
                values.read(store.get("otherSenders"), OTHERS) == OtherSenders.EXPECTED,
                recipients.only(),
                proactiveCaps(),
                values.read(fields.get("spread"), SPREADS, SPREAD),
                recipients.usMarketingBlocked(),
                new OptOutSection(values, problems).read(fields.get("optOut"), fields.position("optOut")),
                senders,
                purposes(senders),
                new RetentionSection(values, problems).read(fields.get("retention"), fields.position("retention")));
    }

    private Map<String, Purpose> purposes(Map<String, Sender> senders) {
        List<String> quiet = values.list(fields.get("quietHours"), Kinds.QUIET, Kinds.QUIET_HOURS);
        PurposeSection section = new PurposeSection(
                values,
                problems,
                new PurposeSection.Surroundings(quiet == null ? null : QuietHours.parse(quiet), senders.keySet()));
        Map<String, Fields> own = named("purposes", PurposeSection.KEYS);
        Inheritance inheritance = new Inheritance(own, values, problems);
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        own.keySet().forEach(name -> purposes.put(name, section.read(name, inheritance.resolve(name))));
        return purposes;
    }

    private List<Cap> proactiveCaps() {
        List<Cap> caps = values.list(section("caps", CAPS).get("proactive"), Kinds.CAP, Kinds.CAPS);
        return caps == null ? PROACTIVE : caps;
    }

    private Fields section(String key, Keys keys) {
        YamlNode node = fields.get(key);
        Position at = fields.position(key);
        return node == null ? Fields.of(at, Map.of()) : Fields.read(node, at, keys, problems);
    }

    private Map<String, Fields> named(String key, Keys keys) {
        Map<String, Fields> sections = new LinkedHashMap<>();
        YamlNode node = fields.get(key);
        if (node != null) {
            Fields entries = Fields.named(node, fields.position(key), "a map of " + key + " by name", problems);
            entries.all()
                    .forEach((name, each) ->
                            sections.put(name, Fields.read(each, entries.position(name), keys, problems)));
        }
        return sections;
    }

    private static Kind<Duration> spreads() {
        String expected = DurationGrammar.expected('m') + ", or `none`";
        return Kind.text(
                expected,
                text -> text.equals("none") ? Duration.ZERO : DurationGrammar.parse(text, 'm', Duration.ofSeconds(1)));
    }

    private static Kind<Long> revision() {
        String expected = "a whole number from 1 on that grows with every change";
        return Kind.number(expected, text -> {
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw new Malformed(text, expected);
            }
            return Long.parseLong(text);
        });
    }
}
