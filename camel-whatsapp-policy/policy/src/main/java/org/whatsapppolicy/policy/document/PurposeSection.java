package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Values.ListForm;

/** Reads one entry of {@code purposes}, inheritance already applied, and adds the defaults of S-5. */
final class PurposeSection {

    static final Keys KEYS = Keys.of("a purpose")
            .required("basis", "basis: consent, contract, legal-obligation or legitimate-interest")
            .required("consent", "consent: opt-in, double-opt-in, conversation or none; it is never inherited")
            .optional("category", "extends", "sender", "templates", "caps", "quietHours", "whenLimited", "expireAfter")
            .optional(
                    "maxWait",
                    "whenUnknown",
                    "afterOptOut",
                    "attachments",
                    "region",
                    "zone",
                    "optIn",
                    "fallbackTemplate",
                    "ordered")
            .elsewhere("consentFrom", "`from` under `consent`: consent: { kind: opt-in, from: direct:crm }")
            .later("ways to offer an opt-out", "offerOptOut");

    /** What each purpose says for itself (S-10). */
    static final Set<String> NEVER_INHERITED = Set.of("basis", "consent", "extends", "optIn");

    static final List<Cap> CAPS = List.of(new Cap.Rolling(1, Duration.ofHours(24), false));
    static final QuietHours NIGHT = QuietHours.parse(List.of("20:00-08:00"));
    static final Duration EXPIRE_AFTER = Duration.ofDays(2);
    static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private static final Kind<Category> CATEGORY = Kind.word(Category.class);
    private static final Kind<Basis> BASIS = Kind.word(Basis.class);
    private static final Kind<WhenLimited> WHEN_LIMITED = Kind.word(WhenLimited.class);
    private static final Kind<WhenUnknown> WHEN_UNKNOWN = Kind.word(WhenUnknown.class);
    private static final Kind<AfterOptOut> AFTER_OPT_OUT = Kind.word(AfterOptOut.class);
    private static final Kind<Duration> WAIT =
            Kind.text(DurationGrammar.expected('s'), text -> DurationGrammar.parse(text, 's', Duration.ZERO));
    private static final Kind<Optional<Duration>> EXPIRY = expiry();
    private static final ListForm TEMPLATES = new ListForm(
            "a list of template names such as [ slip_due ]; leave the key out for any template", false, false);
    private static final Kind<OptIn> OPT_IN = Kind.word(OptIn.class);
    private static final ListForm OPT_INS = new ListForm("a list such as [ keyword, signup ], or `none`", true, false);
    private static final Kind<String> EXTENSION = extension();
    private static final ListForm EXTENSIONS =
            new ListForm("a list such as [ pdf ], or [] for no documents", false, true);

    /** What is left to the purpose's surroundings to say. */
    record Surroundings(@Nullable QuietHours quietHours, Set<String> senders) {}

    enum AfterOptOut {
        DENY,
        ALLOW
    }

    private final Values values;
    private final Problems problems;
    private final Surroundings surroundings;

    PurposeSection(Values values, Problems problems, Surroundings surroundings) {
        this.values = values;
        this.problems = problems;
        this.surroundings = surroundings;
    }

    Purpose read(String name, Fields fields) {
        Category category = values.read(fields.get("category"), CATEGORY);
        if (category == null && !fields.has("category") && fields.readable()) {
            problems.add(fields.at(), "no key `category`", "category: marketing, utility, authentication or service");
        }
        AfterOptOut afterOptOut = values.read(fields.get("afterOptOut"), AFTER_OPT_OUT, AfterOptOut.DENY);
        WhenUnknown whenUnknown = values.read(fields.get("whenUnknown"), WHEN_UNKNOWN, WhenUnknown.HOLD);
        checkCategory(fields, category, afterOptOut, whenUnknown);
        List<String> templates = list(fields, "templates", TemplateRefs.NAME, TEMPLATES, List.of());
        return new Purpose(
                name,
                sender(fields),
                category == null ? Category.MARKETING : category,
                values.read(fields.get("basis"), BASIS, Basis.CONSENT),
                new ConsentSection(values, problems).read(fields.get("consent"), fields.position("consent"), category),
                Set.copyOf(templates),
                list(fields, "caps", Kinds.CAP, Kinds.CAPS, CAPS),
                quietHours(fields, category),
                values.read(fields.get("whenLimited"), WHEN_LIMITED, WhenLimited.DEFER),
                values.read(fields.get("expireAfter"), EXPIRY, Optional.of(EXPIRE_AFTER))
                        .orElse(null),
                values.read(fields.get("maxWait"), WAIT, MAX_WAIT),
                whenUnknown,
                afterOptOut == AfterOptOut.ALLOW,
                Set.copyOf(list(fields, "attachments", EXTENSION, EXTENSIONS, List.of())),
                values.read(fields.get("region"), Kinds.REGION),
                values.read(fields.get("zone"), Kinds.ZONE),
                Set.copyOf(list(fields, "optIn", OPT_IN, OPT_INS, List.of())),
                fallback(fields, templates),
                values.read(fields.get("ordered"), Kind.flag(), false));
    }

    private @Nullable TemplateRef fallback(Fields fields, List<String> allowed) {
        TemplateRef template = TemplateRefs.read(
                fields.get("fallbackTemplate"), fields.position("fallbackTemplate"), values, problems);
        if (template != null && !allowed.isEmpty() && !allowed.contains(template.name())) {
            problems.add(
                    where(fields, "fallbackTemplate"),
                    "the template " + Quote.code(template.name()) + ", which is none of `templates`",
                    "one of " + String.join(", ", allowed.stream().sorted().toList())
                            + ", or that name in `templates` too");
        }
        return template;
    }

    private <T> List<T> list(Fields fields, String key, Kind<T> item, ListForm form, List<T> otherwise) {
        List<T> items = values.list(fields.get(key), item, form);
        return items == null ? otherwise : items;
    }

    private QuietHours quietHours(Fields fields, @Nullable Category category) {
        List<String> own = values.list(fields.get("quietHours"), Kinds.QUIET, Kinds.QUIET_HOURS);
        if (own != null) {
            return QuietHours.parse(own);
        } else if (surroundings.quietHours() != null) {
            return surroundings.quietHours();
        }
        return category == Category.MARKETING || category == Category.UTILITY ? NIGHT : QuietHours.NONE;
    }

    private String sender(Fields fields) {
        Set<String> senders = surroundings.senders();
        YamlNode node = fields.get("sender");
        if (node == null) {
            if (senders.size() > 1 && fields.readable()) {
                problems.add(
                        fields.at(), "no key `sender`", "sender: one of " + String.join(", ", Kinds.sorted(senders)));
            }
            return senders.stream().findFirst().orElse("");
        }
        String name = values.read(node, Kinds.NAME, "");
        if (!name.isEmpty() && !senders.contains(name)) {
            problems.add(
                    node.position(),
                    "a sender that does not exist, " + node.describe(),
                    "one of " + String.join(", ", Kinds.sorted(senders)) + Spelling.didYouMean(name, senders));
        }
        return name;
    }

    private void checkCategory(
            Fields fields, @Nullable Category category, AfterOptOut afterOptOut, WhenUnknown whenUnknown) {
        if (category == null) {
            return;
        }
        if (afterOptOut == AfterOptOut.ALLOW && category != Category.AUTHENTICATION) {
            problems.add(
                    where(fields, "afterOptOut"),
                    "`afterOptOut: allow` for " + Kind.written(category),
                    "`deny`, or no such key; only authentication may go on after an opt-out");
        }
        if (whenUnknown == WhenUnknown.RESEND && category == Category.MARKETING) {
            problems.add(
                    where(fields, "whenUnknown"),
                    "`whenUnknown: resend` for marketing",
                    "`hold` or `fail`; nobody must get an offer twice");
        }
    }

    /** A value that is only wrong for this purpose is told at the purpose, also when it was inherited. */
    private static Position where(Fields fields, String key) {
        return fields.position(key).equals(fields.at()) ? fields.position("extends") : fields.position(key);
    }

    private static Kind<Optional<Duration>> expiry() {
        String expected = DurationGrammar.expected('h') + ", or `none`";
        return Kind.text(
                expected,
                text -> text.equals("none")
                        ? Optional.empty()
                        : Optional.of(DurationGrammar.parse(text, 'h', Duration.ofSeconds(1))));
    }

    private static Kind<String> extension() {
        Pattern pattern = Pattern.compile("[a-z0-9]{1,10}");
        String expected = "a file name extension in lower case without dot, such as pdf";
        return Kind.text(expected, text -> {
            if (!pattern.matcher(text).matches()) {
                String tidy = text.toLowerCase(Locale.ROOT).replace(".", "").strip();
                throw new Malformed(text, expected + (pattern.matcher(tidy).matches() ? "; write " + tidy : ""));
            }
            return text;
        });
    }
}
