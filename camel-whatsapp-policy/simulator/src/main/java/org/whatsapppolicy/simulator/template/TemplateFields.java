package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.account.HealthStatus;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.FieldList;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** The fields of a template: the one place to add another. */
final class TemplateFields {

    private static final List<String> USUAL = List.of(
            "name",
            "parameter_format",
            "components",
            "language",
            "status",
            "category",
            "previous_category",
            "correct_category",
            "rejected_reason",
            "source",
            "message_send_ttl_seconds",
            "quality_score");

    private final Templates templates;
    private final Numbers numbers;
    private final HealthStatus health;

    TemplateFields(Templates templates, Numbers numbers, HealthStatus health) {
        this.templates = templates;
        this.numbers = numbers;
        this.health = health;
    }

    /** The fields asked for as far as they have a value, and the id; null asks for the usual ones. */
    ObjectNode of(StoredTemplate stored, @Nullable String wanted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        TemplateLife life = templates.life(stored);
        for (String field : FieldList.of(wanted, USUAL)) {
            field(answer, stored, life, field);
        }
        return answer.put("id", Long.toString(stored.id()));
    }

    private void field(ObjectNode answer, StoredTemplate stored, TemplateLife life, String field) {
        SimulatedTemplate template = stored.template();
        switch (field) {
            case "id" -> answer.put(field, Long.toString(stored.id()));
            case "name" -> answer.put(field, template.name());
            case "language" -> answer.put(field, template.language());
            case "status" -> answer.put(field, template.status());
            case "category" -> answer.put(field, template.category());
            case "components" -> answer.set(field, template.components());
            case "parameter_format" -> {
                String format = life.parameterFormat();
                answer.put(field, format != null ? format : stored.named() ? "NAMED" : "POSITIONAL");
            }
            case "quality_score" ->
                answer.putObject(field)
                        .put("score", template.quality())
                        .put("date", life.qualitySince().getEpochSecond());
            case "previous_category" -> text(answer, field, life.previousCategory());
            case "correct_category" -> text(answer, field, life.correctCategory());
            case "rejected_reason" -> text(answer, field, life.rejectedReason());
            case "source" -> text(answer, field, life.generated() ? "AUTO_GENERATED" : null);
            case "sub_category" -> {
                // Nothing here has one.
            }
            case "message_send_ttl_seconds" -> {
                Long ttl = life.ttlSeconds();
                if (ttl != null) {
                    answer.put(field, ttl);
                }
            }
            case "health_status" -> answer.set(field, health(stored));
            default -> throw GraphErrors.badParameter("Tried accessing nonexisting field (" + field + ")");
        }
    }

    private ObjectNode health(StoredTemplate stored) {
        GraphError refusal =
                switch (stored.template().status()) {
                    case "APPROVED" -> null;
                    case "PAUSED" -> GraphErrors.of(132015);
                    case "DISABLED" -> GraphErrors.of(132016);
                    default -> GraphErrors.of(132001);
                };
        List<SimulatedNumber> all = numbers.all();
        String account = all.isEmpty() ? Numbers.STAND_IN_ACCOUNT : all.get(0).accountId();
        return health.ofTemplate(Long.toString(stored.id()), refusal, account);
    }

    private static void text(ObjectNode answer, String field, @Nullable String value) {
        if (value != null) {
            answer.put(field, value);
        }
    }
}
