package org.whatsapppolicy.policy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.document.Basis;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.ConsentRule;
import org.whatsapppolicy.policy.document.OptIn;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.document.QuietHours;
import org.whatsapppolicy.policy.document.TemplateRef;
import org.whatsapppolicy.policy.document.WhenLimited;
import org.whatsapppolicy.policy.document.WhenUnknown;

/** Builds a {@link Purpose} that limits nothing until it is told to. */
public final class PurposeBuilder {

    private final String name;
    private String sender = "billing";
    private Category category = Category.UTILITY;
    private ConsentKind kind = ConsentKind.OPT_IN;
    private @Nullable Duration validFor;
    private boolean evidence;
    private @Nullable String from;
    private @Nullable Duration maxAge;
    private WhenLimited whenUnavailable = WhenLimited.DENY;
    private Set<String> templates = Set.of();
    private final List<Cap> caps = new ArrayList<>();
    private @Nullable QuietHours quietHours = QuietHours.NONE;
    private WhenLimited whenLimited = WhenLimited.DEFER;
    private @Nullable Duration expireAfter;
    private WhenUnknown whenUnknown = WhenUnknown.HOLD;
    private boolean allowAfterOptOut;
    private Set<String> attachments = Set.of();
    private @Nullable ZoneId zone;
    private @Nullable TemplateRef ask;
    private Set<OptIn> optIn = Set.of();
    private boolean ordered;

    PurposeBuilder(String name) {
        this.name = name;
    }

    public PurposeBuilder named(String other) {
        PurposeBuilder copy = new PurposeBuilder(other);
        copy.category = category;
        copy.evidence = evidence;
        return copy;
    }

    public PurposeBuilder sender(String value) {
        sender = value;
        return this;
    }

    public PurposeBuilder category(Category value) {
        category = value;
        return this;
    }

    public PurposeBuilder consent(ConsentKind value) {
        kind = value;
        return this;
    }

    public PurposeBuilder validFor(Duration value) {
        validFor = value;
        return this;
    }

    public PurposeBuilder evidence(boolean value) {
        evidence = value;
        return this;
    }

    /** Asks an outside system, whose answer may be so old. */
    public PurposeBuilder consentFrom(String uri, Duration oldest, WhenLimited otherwise) {
        from = uri;
        maxAge = oldest;
        whenUnavailable = otherwise;
        return this;
    }

    public PurposeBuilder templates(String... names) {
        templates = Set.of(names);
        return this;
    }

    public PurposeBuilder cap(Cap cap) {
        caps.add(cap);
        return this;
    }

    public PurposeBuilder quietHours(String... texts) {
        quietHours = new QuietHours(List.of(texts));
        return this;
    }

    /** The document says nothing of quiet hours. */
    public PurposeBuilder usualQuietHours() {
        quietHours = null;
        return this;
    }

    public PurposeBuilder whenLimited(WhenLimited value) {
        whenLimited = value;
        return this;
    }

    public PurposeBuilder whenUnknown(WhenUnknown value) {
        whenUnknown = value;
        return this;
    }

    public PurposeBuilder expireAfter(Duration value) {
        expireAfter = value;
        return this;
    }

    public PurposeBuilder allowAfterOptOut() {
        allowAfterOptOut = true;
        return this;
    }

    public PurposeBuilder attachments(String... extensions) {
        attachments = Set.of(extensions);
        return this;
    }

    public PurposeBuilder zone(ZoneId value) {
        zone = value;
        return this;
    }

    /** Which template asks for the second act of a double opt-in. */
    public PurposeBuilder ask(String template) {
        ask = new TemplateRef(template, "pt_BR");
        return this;
    }

    public PurposeBuilder optIn(OptIn... ways) {
        optIn = Set.of(ways);
        return this;
    }

    /** A person's messages leave as they were taken. */
    public PurposeBuilder ordered() {
        ordered = true;
        return this;
    }

    public Purpose build() {
        return new Purpose(
                name,
                sender,
                category,
                Basis.CONTRACT,
                new ConsentRule(kind, validFor, evidence, from, maxAge, whenUnavailable, ask),
                templates,
                caps,
                quietHours,
                whenLimited,
                expireAfter,
                Duration.ofSeconds(30),
                whenUnknown,
                allowAfterOptOut,
                attachments,
                null,
                zone,
                optIn,
                null,
                ordered);
    }
}
