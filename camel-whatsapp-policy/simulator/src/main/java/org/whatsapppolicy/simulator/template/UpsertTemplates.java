package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.whatsapppolicy.simulator.account.AccountEndpoint;
import org.whatsapppolicy.simulator.account.Accounts;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Creates or changes an authentication template in many languages at once. As its texts are the platform's, it is approved at once. */
final class UpsertTemplates extends AccountEndpoint {

    private final Templates templates;
    private final Accounts accounts;
    private final CreationLimits limits;
    private final SimulatorClock clock;

    UpsertTemplates(
            Templates templates, Accounts accounts, Numbers numbers, CreationLimits limits, SimulatorClock clock) {
        super(numbers);
        this.templates = templates;
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Route route() {
        return Route.post("/{account}/upsert_message_templates", Scope.MANAGEMENT, Operation.TEMPLATE);
    }

    @Override
    public Reply answer(Call call) {
        String name = Draft.name(call);
        JsonNode languages = call.parameters().path("languages");
        if (!languages.isArray() || languages.isEmpty()) {
            throw GraphErrors.badParameter("Param languages must be a list of languages.");
        }
        languages.forEach(language -> Draft.language(language.asText()));
        if (!Draft.category(call).equals("AUTHENTICATION")) {
            throw GraphErrors.badParameter("Param category must be AUTHENTICATION.");
        }
        Draft draft = Draft.of(call, "AUTHENTICATION", "POSITIONAL");
        Instant now = clock.now();
        limits.checkName(name, now);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        for (JsonNode language : languages) {
            if (templates.find(name, language.asText()) == null) {
                limits.count(accounts.get(call.id()), templates.all().size(), now);
            }
            SimulatedTemplate template = SimulatedTemplate.of(name, language.asText(), "AUTHENTICATION")
                    .withComponents(draft.components());
            StoredTemplate stored = templates.upsert(template, draft.ttlSeconds());
            data.addObject()
                    .put("id", Long.toString(stored.id()))
                    .put("status", stored.template().status())
                    .put("language", language.asText());
        }
        return Reply.of(answer);
    }
}
