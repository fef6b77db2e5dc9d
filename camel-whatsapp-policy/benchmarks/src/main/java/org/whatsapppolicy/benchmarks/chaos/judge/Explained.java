package org.whatsapppolicy.benchmarks.chaos.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/**
 * Promise 7: what a node answered is what stands in the database, and whoever decides again from what is stored there gets the
 * same verdict with the same reasons, by the same document. Decisions whose facts at that instant cannot be told any more are left
 * out, and counted.
 */
final class Explained implements Check {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PolicyEngine engine;
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private int recomputed;

    Explained(PolicyEngine engine) {
        this.engine = engine;
    }

    /** How many decisions were made again. */
    int recomputed() {
        return recomputed;
    }

    /** How many were not, by why. */
    Map<LeftOut, Integer> leftOut() {
        return Collections.unmodifiableMap(leftOut);
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
        Again again = new Again(evidence, engine);
        byPerson.forEach((person, rows) -> rows.forEach(row -> {
            Again.Result result = again.decide(person, row, codes(row), rows);
            if (result.why() == null) {
                recomputed++;
                compare(row, result.right(), rows, violations);
            } else {
                leftOut.merge(result.why(), 1, Integer::sum);
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

    private static void compare(Row row, List<Decision> right, List<Row> rows, List<Violation> violations) {
        String stands = tree(row.reasons()).toString();
        List<String> anew = right.stream()
                .map(decision -> tree(decision.reasons()).toString())
                .distinct()
                .toList();
        if (!anew.contains(stands)) {
            violations.add(new Violation(
                    7,
                    "message " + row.id() + " " + row.state() + ": there stands " + stands + ", decided again "
                            + anew + " at " + row.decided() + " beside "
                            + rows.stream()
                                    .filter(other -> !other.id().equals(row.id()))
                                    .map(other -> other.id() + " " + other + " taken " + other.taken() + ", from "
                                            + other.decided() + " to " + other.countsTo() + ", begun before "
                                            + other.sendBefore() + ", changed " + other.changed())
                                    .toList()));
        }
        if (right.stream().noneMatch(decision -> decision.policyHash().equals(row.policyHash()))) {
            violations.add(new Violation(
                    7,
                    "message " + row.id() + ": there stands the document " + row.policyHash() + ", decided by "
                            + right.get(0).policyHash()));
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
