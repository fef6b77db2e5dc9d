package org.whatsapppolicy.simulator.number;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.FieldList;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/** The number's fields. */
final class ReadNumber extends NumberEndpoint {

    private static final List<String> USUAL =
            List.of("display_phone_number", "verified_name", "quality_rating", "code_verification_status");

    ReadNumber(Numbers numbers) {
        super(numbers);
    }

    @Override
    public Route route() {
        return Route.get("/{number}", Scope.ANY, Operation.READ_NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (String field : FieldList.of(call.text("fields"), USUAL)) {
            field(answer, number, field);
        }
        return Reply.of(answer.put("id", number.id()));
    }

    private static void field(ObjectNode answer, SimulatedNumber number, String field) {
        switch (field) {
            case "id" -> answer.put("id", number.id());
            case "display_phone_number" -> answer.put(field, number.displayPhoneNumber());
            case "verified_name" -> answer.put(field, "Simulated Business");
            case "quality_rating" -> answer.put(field, number.qualityRating());
            case "code_verification_status" -> answer.put(field, "VERIFIED");
            case "name_status" -> answer.put(field, "APPROVED");
            case "status" -> answer.put(field, number.registered() ? "CONNECTED" : "DISCONNECTED");
            case "platform_type" -> answer.put(field, number.registered() ? "CLOUD_API" : "NOT_APPLICABLE");
            case "account_mode" -> answer.put(field, "LIVE");
            case "throughput" -> answer.putObject(field).put("level", number.throughputLevel());
            case "whatsapp_business_manager_messaging_limit" -> answer.put(field, number.messagingLimit());
            default -> throw GraphErrors.badParameter("Tried accessing nonexisting field (" + field + ")");
        }
    }
}
