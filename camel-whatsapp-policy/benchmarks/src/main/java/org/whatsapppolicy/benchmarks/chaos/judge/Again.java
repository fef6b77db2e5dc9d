package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/** Makes a decision again, from what the database tells of that instant. */
final class Again {

    /** Reasons that rest on more than a person's past. */
    private static final Set<String> ELSEWHERE = Set.of("taken", "throughput", "no-status");

    /** The platform's clock and the store's, which leap one after the other. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Of so many it is tried whether their answers were known. */
    private static final int OPEN = 3;

    private final Evidence evidence;
    private final PolicyEngine engine;
    private final RecipientReader recipients = new RecipientReader();

    /**
     * What it came to.
     *
     * @param why nothing, or null when it was made
     * @param right the decisions that would be right; several where it is open what was known of other messages
     */
    record Result(@Nullable LeftOut why, List<Decision> right) {}

    Again(Evidence evidence, PolicyEngine engine) {
        this.evidence = evidence;
        this.engine = engine;
    }

    /**
     * Makes it again.
     *
     * @param all every message of the person
     */
    Result decide(long person, Row row, List<String> codes, List<Row> all) {
        Instant at = row.decided();
        List<Beside> beside = all.stream()
                .filter(other -> !other.id().equals(row.id()))
                .map(other -> new Beside(evidence.time(), other, at))
                .toList();
        List<Evidence.Inbound> inbounds = evidence.inbounds().getOrDefault(person, List.of());
        Consents consents = evidence.past().consents(person, at);
        List<LeftOut> why = new ArrayList<>();
        if (row.attempt() > 1) {
            why.add(LeftOut.TRIED_AGAIN);
        }
        if (codes.stream().anyMatch(ELSEWHERE::contains)) {
            why.add(LeftOut.HELD_BY_OTHERS);
        }
        if (consents == null || inbounds.stream().anyMatch(one -> one.received().equals(at))) {
            why.add(LeftOut.SAME_MILLISECOND);
        }
        if (row.purpose().equals("chat") && nearAnOptOut(person, inbound(inbounds, at))) {
            why.add(LeftOut.ANSWERS_AN_OPT_OUT);
        }
        beside.stream()
                .flatMap(one -> Optional.ofNullable(one.untold()).stream())
                .forEach(why::add);
        if (consents == null || !why.isEmpty()) {
            return new Result(why.get(0), List.of());
        }
        List<List<Optional<SentMessage>>> ways =
                beside.stream().map(Beside::ways).toList();
        if (ways.stream().filter(one -> one.size() > 1).count() > OPEN) {
            return new Result(LeftOut.BESIDE_MANY, List.of());
        }
        List<Decision> right = Beside.together(ways).stream()
                .map(sent -> decide(
                        row,
                        new PersonFacts(null, inbound(inbounds, at), consents, null, null, PersonSettings.NONE, sent)))
                .toList();
        return new Result(null, right);
    }

    private boolean nearAnOptOut(long person, @Nullable Instant inbound) {
        return inbound != null
                && evidence.past().acts().getOrDefault(person, List.of()).stream()
                        .anyMatch(one -> one.act() instanceof ConsentAct.Withdrawn withdrawn
                                && Duration.between(withdrawn.evidence().act(), inbound)
                                                .abs()
                                                .compareTo(CLOCKS_DIFFER)
                                        < 0);
    }

    private static @Nullable Instant inbound(List<Evidence.Inbound> inbounds, Instant at) {
        return inbounds.stream()
                .filter(one -> one.received().isBefore(at))
                .map(Evidence.Inbound::wrote)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private Decision decide(Row row, PersonFacts facts) {
        boolean freeForm = row.purpose().equals("chat");
        SendRequest request = new SendRequest(
                UUID.fromString(row.id()),
                row.key(),
                recipients.read(String.valueOf(row.phone()), "BR"),
                row.purpose(),
                null,
                freeForm ? text() : template(row.purpose()),
                0,
                row.taken(),
                null,
                null,
                null,
                0);
        Template told = freeForm ? null : approved(row.purpose());
        return engine.decide(request, new Facts(facts, told, true), row.decided());
    }

    private static MessageContent text() {
        return new MessageContent("text", null, null, Map.of());
    }

    private static MessageContent template(String purpose) {
        return new MessageContent(
                "template", new TemplateUse(purpose, "pt_BR", List.of(), List.of("1")), null, Map.of());
    }

    private static Template approved(String purpose) {
        return new Template(
                "2001",
                purpose,
                "pt_BR",
                Template.Status.APPROVED,
                purpose.equals("news") ? Category.MARKETING : Category.UTILITY,
                List.of(),
                List.of("1"));
    }
}
