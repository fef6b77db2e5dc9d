package org.whatsapppolicy.camel;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.content.Instants;
import org.whatsapppolicy.camel.content.Texts;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.QuietHours;

/** Reads an act of consent with its evidence: options first, then headers, then a map as body. */
final class ActReader {

    private final Evaluated actedAt;
    private final Evaluated source;
    private final Evaluated actor;
    private final Evaluated document;
    private final Evaluated language;
    private final Evaluated reference;
    private final Evaluated expires;
    private final Evaluated kind;
    private final Evaluated quietHours;
    private final Evaluated frequency;
    private final @Nullable String scope;

    /** An act of which only the time may still be missing. */
    interface Act {
        ConsentAct at(Supplier<Instant> now);
    }

    ActReader(CamelContext camel, ConsentConfiguration options) {
        actedAt = Evaluated.of(camel, "actedAt", options.getActedAt(), WhatsAppPolicyConstants.ACTED_AT);
        source = Evaluated.of(camel, "source", options.getSource(), WhatsAppPolicyConstants.SOURCE);
        actor = Evaluated.of(camel, "actor", options.getActor(), WhatsAppPolicyConstants.ACTOR);
        document = Evaluated.of(camel, "document", options.getDocument(), WhatsAppPolicyConstants.DOCUMENT);
        language = Evaluated.of(camel, "language", options.getLanguage(), WhatsAppPolicyConstants.LANGUAGE);
        reference = Evaluated.of(camel, "reference", options.getReference(), WhatsAppPolicyConstants.REFERENCE);
        expires = Evaluated.of(camel, "expires", options.getExpires(), WhatsAppPolicyConstants.EXPIRES);
        kind = Evaluated.of(camel, "kind", options.getKind(), null);
        quietHours = Evaluated.of(camel, "quietHours", options.getQuietHours(), null);
        frequency = Evaluated.of(camel, "frequency", options.getFrequency(), null);
        scope = options.getScope();
    }

    /** @throws IllegalArgumentException naming what is missing */
    Act read(Exchange exchange, ConsentAction action, @Nullable String purpose) {
        if (action == ConsentAction.WITHDRAW) {
            Scope covered = scope(purpose);
            // An opt-out is recorded also when its record is poor.
            Instant at = instant(actedAt, exchange);
            String by = text(source, exchange);
            return now -> new ConsentAct.Withdrawn(
                    covered, evidence(exchange, at == null ? now.get() : at, by == null ? "crm" : by));
        }
        if (action == ConsentAction.RELATE) {
            return related(exchange);
        }
        if (purpose == null) {
            throw new IllegalArgumentException("purpose: found none, expected the one that was agreed to");
        }
        Instant at = instant(actedAt, exchange);
        if (at == null) {
            throw new IllegalArgumentException(
                    "actedAt: found none, expected when the person agreed, by the record (S-11)");
        }
        String by = text(source, exchange);
        if (by == null) {
            throw new IllegalArgumentException(
                    "source: found none, expected how it is known, such as signup, double-opt-in or crm (S-11)");
        }
        Evidence evidence = evidence(exchange, at, by);
        ConsentAct act = action == ConsentAction.CONFIRM
                ? new ConsentAct.Confirmed(purpose, evidence)
                : new ConsentAct.Granted(
                        new Grant(purpose, evidence, null, instant(expires, exchange), false, null, null));
        return now -> done(act, now.get());
    }

    /** @throws IllegalArgumentException for an act of the future, which would count later, whatever the person says until then */
    private static ConsentAct done(ConsentAct act, Instant now) {
        Instant at = act.evidence().act();
        if (Consents.ahead(at, now)) {
            throw new IllegalArgumentException("actedAt: found " + at + ", which is ahead of now, " + now
                    + "; expected when the person agreed (S-11)");
        }
        return act;
    }

    private Act related(Exchange exchange) {
        String what = text(kind, exchange);
        Instant since = instant(actedAt, exchange);
        String by = text(source, exchange);
        if (what == null || since == null || by == null) {
            throw new IllegalArgumentException(
                    "kind, actedAt and source: expected what the relation is, since when, and how it is known");
        }
        ConsentAct act = new ConsentAct.Related(what, instant(expires, exchange), evidence(exchange, since, by));
        return now -> act;
    }

    /** What a person set for themselves (S-15). */
    PersonSettings settings(Exchange exchange) {
        return new PersonSettings(
                QuietHours.parse(listed(text(quietHours, exchange))),
                listed(text(frequency, exchange)).stream().map(Cap::parse).toList(),
                text(language, exchange));
    }

    private static List<String> listed(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    /** Where a text from elsewhere is known from; only its time may still be missing. */
    interface Told {
        Evidence at(Instant now);
    }

    /** What a text from elsewhere is evidence of. */
    Told told(Exchange exchange) {
        Instant at = instant(actedAt, exchange);
        String by = text(source, exchange);
        String who = text(actor, exchange);
        String proof = text(reference, exchange);
        // Nobody acts in the future, and a later grant must be able to follow.
        return now -> new Evidence(
                at == null || at.isAfter(now) ? now : at, by == null ? "text" : by, who, null, null, proof);
    }

    /** What a text from elsewhere ends: everything, unless the endpoint says less (S-16). */
    Scope covered(@Nullable String purpose) {
        return scope == null ? Scope.ALL : scope(purpose);
    }

    /** Whether a withdrawal may be of a purpose alone; else it does not matter which one is named. */
    boolean ofPurpose() {
        return scope == null || scope.equals("purpose");
    }

    /** Language of a text, as a hint, or null. */
    @Nullable
    String language(Exchange exchange) {
        return text(language, exchange);
    }

    private Scope scope(@Nullable String purpose) {
        String covered = scope == null ? purpose == null ? "all" : "purpose" : scope;
        return switch (covered) {
            case "all" -> Scope.ALL;
            case "marketing" -> Scope.MARKETING;
            case "purpose" -> {
                if (purpose == null) {
                    throw new IllegalArgumentException("scope=purpose: found no purpose");
                }
                yield Scope.purpose(purpose);
            }
            default ->
                throw new IllegalArgumentException("scope: found " + covered + ", expected all, marketing or purpose");
        };
    }

    private Evidence evidence(Exchange exchange, Instant at, String by) {
        return new Evidence(
                at,
                by,
                text(actor, exchange),
                text(document, exchange),
                text(language, exchange),
                text(reference, exchange));
    }

    private static @Nullable Object value(Evaluated option, Exchange exchange) {
        Object value = option.value(exchange);
        if (value == null && exchange.getMessage().getBody() instanceof Map<?, ?> record) {
            value = record.get(option.name());
        }
        return value == null || value.toString().isBlank() ? null : value;
    }

    private static @Nullable String text(Evaluated option, Exchange exchange) {
        Object value = value(option, exchange);
        return value == null ? null : Texts.read(option.name(), value).trim();
    }

    private static @Nullable Instant instant(Evaluated option, Exchange exchange) {
        Object value = value(option, exchange);
        return value == null ? null : Instants.read(option.name(), value);
    }
}
