package org.whatsapppolicy.simulator.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.number.Health;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.Tokens;

/**
 * The {@code health_status} of a number, an account or a template: what each thing that takes part in sending says, and
 * the worst of it. Safe for use by several threads.
 */
public final class HealthStatus implements Health {

    private static final List<String> FROM_GOOD_TO_BAD = List.of("AVAILABLE", "LIMITED", "BLOCKED");

    private final Accounts accounts;

    /** Health as these accounts have it. */
    public HealthStatus(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public ObjectNode of(SimulatedNumber number) {
        ArrayNode entities = JsonNodeFactory.instance.arrayNode();
        ObjectNode entity = entity(entities, "PHONE_NUMBER", number.id(), number.refusal());
        if (number.refusal() == null && !number.status().equals("CONNECTED")) {
            entity.put("can_send_message", "LIMITED")
                    .putArray("additional_info")
                    .add("The phone number is " + number.status() + ".");
        }
        return with(entities, accounts.get(number.accountId()));
    }

    /** Of an account. */
    public ObjectNode ofAccount(Account account) {
        return with(JsonNodeFactory.instance.arrayNode(), account);
    }

    /**
     * Of a template.
     *
     * @param refusal what a send of it is answered with, null when it can be sent
     */
    public ObjectNode ofTemplate(String templateId, @Nullable GraphError refusal, String accountId) {
        ArrayNode entities = JsonNodeFactory.instance.arrayNode();
        entity(entities, "MESSAGE_TEMPLATE", templateId, refusal);
        return with(entities, accounts.get(accountId));
    }

    private static ObjectNode with(ArrayNode entities, Account account) {
        entity(entities, "WABA", account.id(), account.refusal());
        entity(entities, "BUSINESS", Accounts.BUSINESS_ID, null);
        entity(entities, "APP", Tokens.APP_ID, null);
        int worst = 0;
        for (int i = 0; i < entities.size(); i++) {
            worst = Math.max(
                    worst,
                    FROM_GOOD_TO_BAD.indexOf(
                            entities.get(i).path("can_send_message").asText()));
        }
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("can_send_message", FROM_GOOD_TO_BAD.get(worst)).set("entities", entities);
        return status;
    }

    private static ObjectNode entity(ArrayNode entities, String type, String id, @Nullable GraphError refusal) {
        ObjectNode entity = entities.addObject();
        entity.put("entity_type", type)
                .put("id", id)
                .put("can_send_message", refusal == null ? "AVAILABLE" : "BLOCKED");
        if (refusal != null) {
            entity.putArray("errors")
                    .addObject()
                    .put("error_code", refusal.code())
                    .put("error_description", refusal.title())
                    .put("possible_solution", "See the error code.");
        }
        return entity;
    }
}
