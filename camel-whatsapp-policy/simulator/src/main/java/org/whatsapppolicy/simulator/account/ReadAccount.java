package org.whatsapppolicy.simulator.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.FieldList;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** The account's fields. */
final class ReadAccount extends AccountEndpoint {

    private static final List<String> USUAL = List.of("name", "currency", "timezone_id", "message_template_namespace");

    private final Accounts accounts;
    private final HealthStatus health;

    ReadAccount(Accounts accounts, Numbers numbers, HealthStatus health) {
        super(numbers);
        this.accounts = accounts;
        this.health = health;
    }

    @Override
    public Route route() {
        return Route.get("/{account}", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    public Reply answer(Call call) {
        Account account = accounts.get(call.id());
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", account.id());
        for (String field : FieldList.of(call.text("fields"), USUAL)) {
            field(answer, account, field);
        }
        return Reply.of(answer);
    }

    private void field(ObjectNode answer, Account account, String field) {
        switch (field) {
            case "id" -> answer.put(field, account.id());
            case "name" -> answer.put(field, account.name());
            case "currency" -> answer.put(field, "USD");
            case "timezone_id" -> answer.put(field, "1");
            case "message_template_namespace" ->
                answer.put(
                        field,
                        "00000000_0000_0000_0000_" + ("000000000000" + account.id()).replaceAll(".*(.{12})$", "$1"));
            case "account_review_status" -> answer.put(field, "APPROVED");
            case "business_verification_status" -> answer.put(field, account.verified() ? "verified" : "not_verified");
            case "country", "primary_business_location" -> answer.put(field, "US");
            case "ownership_type" -> answer.put(field, "SELF");
            case "status" -> answer.put(field, account.refusal() == null ? "ACTIVE" : "RESTRICTED");
            case "marketing_messages_lite_api_status" -> answer.put(field, "ONBOARDED");
            case "disable_marketing_messages_on_cloud_api" -> answer.put(field, account.marketingOnlyByItsOwnPath());
            case "owner_business_info" ->
                answer.putObject(field).put("name", account.name()).put("id", Accounts.BUSINESS_ID);
            case "health_status" -> answer.set(field, health.ofAccount(account));
            default -> throw GraphErrors.badParameter("Tried accessing nonexisting field (" + field + ")");
        }
    }
}
