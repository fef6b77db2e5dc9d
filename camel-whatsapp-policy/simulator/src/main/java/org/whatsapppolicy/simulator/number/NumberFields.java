package org.whatsapppolicy.simulator.number;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.FieldList;

/** The fields of a number: the one place to add another. Safe for use by several threads. */
public final class NumberFields {

    private static final List<String> USUAL =
            List.of("verified_name", "code_verification_status", "display_phone_number", "quality_rating");

    private final SimulatorClock clock;
    private final Health health;

    /** Fields told by that clock, with health as that judge sees it. */
    public NumberFields(SimulatorClock clock, Health health) {
        this.clock = clock;
        this.health = health;
    }

    /**
     * The fields asked for, and the id.
     *
     * @param wanted the value of {@code fields}, null for the usual ones
     */
    public ObjectNode of(SimulatedNumber number, @Nullable String wanted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (String field : FieldList.of(wanted, USUAL)) {
            field(answer, number, field);
        }
        return answer.put("id", number.id());
    }

    private void field(ObjectNode answer, SimulatedNumber number, String field) {
        switch (field) {
            case "id" -> answer.put("id", number.id());
            case "display_phone_number" -> answer.put(field, number.displayPhoneNumber());
            case "verified_name" -> answer.put(field, number.verifiedName());
            case "quality_rating" -> answer.put(field, number.qualityRating());
            case "code_verification_status" ->
                answer.put(field, number.ownership().status());
            case "name_status" -> answer.put(field, number.displayName().status());
            case "new_display_name" -> {
                String next = number.displayName().next();
                if (next != null) {
                    answer.put(field, next);
                }
            }
            case "new_name_status" -> answer.put(field, number.displayName().nextStatus(clock.now()));
            case "status" -> answer.put(field, number.status());
            case "platform_type" -> answer.put(field, number.registered() ? "CLOUD_API" : "NOT_APPLICABLE");
            case "account_mode" -> answer.put(field, number.accountMode());
            case "is_pin_enabled" -> answer.put(field, number.registration().pinSet());
            case "throughput" -> answer.putObject(field).put("level", number.throughputLevel());
            case "whatsapp_business_manager_messaging_limit", "messaging_limit_tier" ->
                answer.put(field, number.messagingLimit());
            case "health_status" -> answer.set(field, health.of(number));
            case "webhook_configuration" -> {
                ObjectNode configuration = answer.putObject(field);
                number.webhookAddresses().forEach(configuration::put);
            }
            default -> throw unknown(field);
        }
    }

    private static RuntimeException unknown(String field) {
        // Fields that exist but that nothing here gives a meaning to would be lies, so they are refused as well.
        return GraphErrors.badParameter("Tried accessing nonexisting field (" + field + ")");
    }
}
