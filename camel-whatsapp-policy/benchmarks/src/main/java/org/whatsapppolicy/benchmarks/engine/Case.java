package org.whatsapppolicy.benchmarks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/** A request, what is known of the person, and the instant: made once, decided often. */
final class Case {

    /** A Tuesday, 11:00 in Sao Paulo. */
    private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

    private static final int MESSAGES = 30;

    private final PolicyEngine engine;
    private final SendRequest request;
    private final Facts facts;

    private Case(PolicyEngine engine, SendRequest request, Facts facts, Verdict expected) {
        this.engine = engine;
        this.request = request;
        this.facts = facts;
        Decision decision = decide();
        if (decision.verdict() != expected) {
            throw new IllegalStateException("expected " + expected + ", was " + decision);
        }
    }

    /** Thirty messages on five days: below every cap. */
    static Case allowed() {
        return new Case(engine(), request(), facts(Duration.ofHours(4)), Verdict.ALLOW);
    }

    /** Thirty messages on seven days, one more than the cap on days takes. */
    static Case capped() {
        return new Case(engine(), request(), facts(Duration.ofMinutes(325)), Verdict.DEFER);
    }

    Decision decide() {
        return engine.decide(request, facts, NOW);
    }

    private static PolicyEngine engine() {
        return new PolicyEngine(new PolicyDocumentReader()
                .read("engine-policy.yaml", text("/engine-policy.yaml"), UnaryOperator.identity()));
    }

    private static SendRequest request() {
        MessageContent content = new MessageContent(
                "template",
                new MessageContent.TemplateUse("slip_due", "pt_BR", List.of(), List.of("1")),
                null,
                Map.of("type", "template"));
        return new SendRequest(
                new UUID(1, 1),
                "slip-1",
                new RecipientReader().read("+5511960000001", "BR"),
                "payment-slip",
                null,
                content,
                0,
                null,
                null,
                null,
                null,
                0);
    }

    private static Facts facts(Duration apart) {
        List<SentMessage> sent = new ArrayList<>();
        for (int i = 1; i <= MESSAGES; i++) {
            Instant at = NOW.minus(apart.multipliedBy(i));
            sent.add(new SentMessage("payment-slip", Category.UTILITY, true, at, at.plusMillis(80)));
        }
        Evidence evidence = new Evidence(NOW.minus(Duration.ofDays(90)), "crm", null, "terms-3", "pt", "form-17");
        Consents consents = new Consents(
                List.of(new Grant("payment-slip", evidence, null, null, false, evidence.act(), null)), List.of());
        return new Facts(
                new PersonFacts(null, NOW.minus(Duration.ofDays(10)), consents, null, null, PersonSettings.NONE, sent),
                new Template(
                        "102290129340398",
                        "slip_due",
                        "pt_BR",
                        Template.Status.APPROVED,
                        Category.UTILITY,
                        List.of(),
                        List.of("1")),
                true);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
