package org.whatsapppolicy.benchmarks.chaos.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/**
 * Promise 7: what a node answered is what stands in the database, and whoever decides again from what is stored there gets the
 * same verdict with the same reasons. Decisions whose facts at that instant cannot be told any more are left out: of people
 * whose earlier messages were refused and tried again, or of whom something else was recorded in the same millisecond.
 */
final class Explained implements Check {

    /** Longer than two transactions can stand beside one another, however far the clock leaps meanwhile. */
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private static final Duration ALMOST_LONGEST_WAY = Duration.ofHours(23);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reasons that rest on more than a person's past. */
    private static final Set<String> ELSEWHERE = Set.of("taken", "throughput", "no-status");

    private final PolicyEngine engine;
    private final RecipientReader recipients = new RecipientReader();
    private int recomputed;

    Explained(PolicyEngine engine) {
        this.engine = engine;
    }

    /** How many decisions were made again. */
    int recomputed() {
        return recomputed;
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        evidence.deeds(Deed.Send.class).forEach(send -> answered(evidence, send, violations));
        Map<Long, List<Row>> byPerson = new HashMap<>();
        evidence.rows().values().forEach(row -> {
            if (row.person() != null) {
                byPerson.computeIfAbsent(row.person(), p -> new ArrayList<>()).add(row);
            }
        });
        byPerson.forEach((person, rows) -> rows.forEach(row -> {
            Decision again = again(evidence, person, row, rows);
            if (again != null) {
                recomputed++;
                compare(row, again, rows, violations);
            }
        }));
        return violations;
    }

    /** What the route was told, where it can only be of the decision that stands there now. */
    private static void answered(Evidence evidence, Deed.Send send, List<Violation> violations) {
        Row row = evidence.rows().get(send.answer().path("messageId").asText());
        if (row == null) {
            return;
        }
        boolean same = row.attempt() == 1
                && !send.answer().path("replayed").asBoolean()
                && (send.outcome().equals("accepted")
                        || send.answer().path("decision").asText().equals("DENY"));
        if (same && row.taken().equals(row.decided())) {
            List<String> told = new ArrayList<>();
            send.answer().path("reasons").forEach(one -> told.add(one.asText()));
            if (!told.equals(codes(row))) {
                violations.add(new Violation(
                        7,
                        "message " + row.id() + ": the route was told " + told + ", and there stands " + codes(row)));
            }
        }
    }

    private static List<String> codes(Row row) {
        List<String> codes = new ArrayList<>();
        boolean goes = true;
        for (JsonNode one : tree(row.reasons())) {
            goes &= one.path("verdict").asText().equals(Verdict.ALLOW.name());
            codes.add(one.path("code").asText());
        }
        if (!goes) {
            codes.remove(Reason.BASIS);
        }
        return codes;
    }

    private @Nullable Decision again(Evidence evidence, long person, Row row, List<Row> rows) {
        Instant at = row.decided();
        String phone = row.phone();
        Consents consents = evidence.past().consents(person, at);
        List<SentMessage> sent = sent(evidence, row, rows);
        boolean judged = codes(row).stream().noneMatch(ELSEWHERE::contains);
        if (row.attempt() > 1
                || phone == null
                || consents == null
                || sent == null
                || !judged
                || row.purpose().equals("chat")) {
            return null;
        }
        Instant inbound = null;
        for (Evidence.Inbound one : evidence.inbounds().getOrDefault(person, List.of())) {
            if (one.received().equals(at)) {
                return null;
            }
            if (one.received().isBefore(at) && (inbound == null || one.wrote().isAfter(inbound))) {
                inbound = one.wrote();
            }
        }
        PersonFacts facts = new PersonFacts(null, inbound, consents, null, null, PersonSettings.NONE, sent);
        TemplateUse use = new TemplateUse(row.purpose(), "pt_BR", List.of(), List.of("1"));
        SendRequest request = new SendRequest(
                UUID.fromString(row.id()),
                row.key(),
                recipients.read(phone, "BR"),
                row.purpose(),
                null,
                new MessageContent("template", use, null, Map.of()),
                0,
                row.taken(),
                null,
                null,
                null,
                0);
        return engine.decide(request, new Facts(facts, template(row.purpose()), true), at);
    }

    private static Template template(String purpose) {
        return new Template(
                "2001",
                purpose,
                "pt_BR",
                Template.Status.APPROVED,
                purpose.equals("news") ? Category.MARKETING : Category.UTILITY,
                List.of(),
                List.of("1"));
    }

    /** What counted at that instant; null when it cannot be told. */
    private static @Nullable List<SentMessage> sent(Evidence evidence, Row row, List<Row> rows) {
        Instant at = row.decided();
        List<SentMessage> sent = new ArrayList<>();
        for (Row other : rows) {
            if (other.id().equals(row.id()) || other.taken().isAfter(at)) {
                continue;
            }
            boolean never = other.attempt() == 1
                    && (other.state().equals("DENIED")
                            || other.state().equals("EXPIRED")
                            || other.state().equals("HELD"));
            if (never || (other.attempt() == 1 && other.decided().isAfter(at))) {
                continue;
            }
            Instant to = other.countsTo();
            // Of one that was still on its way it is not known any more until when it counted then; and what became of
            // it may
            // have been committed after a decision that read the clock later.
            if (other.attempt() > 1
                    || to == null
                    || provenLater(other, to)
                    || evidence.time().between(to, at).compareTo(OVERLAP) <= 0
                    || other.decided().equals(at)) {
                return null;
            }
            sent.add(new SentMessage(
                    other.purpose(),
                    other.purpose().equals("news") ? Category.MARKETING : Category.UTILITY,
                    other.proactive(),
                    other.decided(),
                    to));
        }
        return sent;
    }

    /**
     * Whether it had counted as unknown, and not any more, before proof came that it was sent, which lets it count for as long as
     * a message can be under way. Nobody can tell any more when that proof came.
     */
    private static boolean provenLater(Row other, Instant to) {
        return Duration.between(other.decided(), to).compareTo(ALMOST_LONGEST_WAY) >= 0;
    }

    private static void compare(Row row, Decision again, List<Row> rows, List<Violation> violations) {
        String stands = tree(row.reasons()).toString();
        String anew = tree(again.reasons()).toString();
        if (!stands.equals(anew)) {
            violations.add(new Violation(
                    7,
                    "message " + row.id() + " " + row.state() + ": there stands " + stands + ", decided again "
                            + anew + " at " + row.decided() + " beside "
                            + rows.stream()
                                    .filter(other -> other.countsTo() != null)
                                    .map(other -> other + " from " + other.decided() + " to " + other.countsTo()
                                            + ", changed " + other.changed())
                                    .toList()));
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("found reasons that are no JSON", e);
        }
    }

    private static JsonNode tree(List<Reason> reasons) {
        ArrayNode all = JSON.createArrayNode();
        for (Reason reason : reasons) {
            ObjectNode one = all.addObject()
                    .put("code", reason.code())
                    .put("verdict", reason.verdict().name())
                    .put("detail", reason.detail());
            if (reason.until() != null) {
                one.put("until", reason.until().toString());
            }
        }
        return all;
    }
}
