package org.whatsapppolicy.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.message.Outcome;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.template.TemplateJson;

/** {@code GET /{version}/{account}/message_templates} and {@code GET /{version}/{number}}. */
final class ReadRoutes {

    private static final int PAGE = 25;
    private static final int LONGEST_PAGE = 1000;
    private static final List<String> USUAL_FIELDS =
            List.of("display_phone_number", "verified_name", "quality_rating", "code_verification_status");

    private final Platform platform;

    ReadRoutes(Platform platform) {
        this.platform = platform;
    }

    void handle(HttpServerRequest request, GraphPath path, Operation operation) {
        String token = Bearer.of(request);
        Outcome outcome;
        try {
            platform.tokens().check(token, path.id(), false);
            outcome = Outcome.plain(
                    operation == Operation.LIST_TEMPLATES ? templates(request, path) : number(request, path));
        } catch (Refused refused) {
            outcome = Outcome.refused(refused.error(), platform.ids().trace());
        }
        Asked asked = AskedReader.other(
                platform.clock().now(), "GET", path.version(), path.id(), operation, token != null && !token.isEmpty());
        platform.ledger().record(asked, outcome.answered(null), false);
        Answers.json(request, outcome.status(), outcome.json());
    }

    private String templates(HttpServerRequest request, GraphPath path) {
        if (!platform.numbers().knowsAccount(path.id())) {
            throw new Refused(GraphErrors.unknownObject("get", path.id()));
        }
        return TemplateJson.page(
                platform.templates().all(),
                template -> wanted(request, template),
                limit(request.getParam("limit")),
                request.getParam("after"),
                "http://" + request.authority() + request.path());
    }

    private static boolean wanted(HttpServerRequest request, SimulatedTemplate template) {
        return matches(request.getParam("name"), template.name())
                && matches(request.getParam("language"), template.language())
                && matches(request.getParam("status"), template.status())
                && matches(request.getParam("category"), template.category());
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equalsIgnoreCase(value);
    }

    private static int limit(@Nullable String written) {
        if (written == null) {
            return PAGE;
        }
        if (!written.matches("[1-9]\\d{0,5}")) {
            throw GraphErrors.badParameter("Param limit must be a positive integer.");
        }
        return Math.min(Integer.parseInt(written), LONGEST_PAGE);
    }

    private String number(HttpServerRequest request, GraphPath path) {
        SimulatedNumber number = path.numericId() ? platform.numbers().find(path.id()) : null;
        if (number == null) {
            throw new Refused(
                    path.numericId()
                            ? GraphErrors.unknownObject("get", path.id())
                            : GraphErrors.unknownAlias(path.id()));
        }
        String fields = request.getParam("fields");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (String field : fields == null ? USUAL_FIELDS : Arrays.asList(fields.split(",", -1))) {
            field(answer, number, field.trim());
        }
        return answer.put("id", number.id()).toString();
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
