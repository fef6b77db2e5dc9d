package org.whatsapppolicy.simulator.template;

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

/** Hands a new template in. The answer tells the category, which may be another than the one asked for. */
final class CreateTemplate extends AccountEndpoint {

    private final Templates templates;
    private final Accounts accounts;
    private final CreationLimits limits;
    private final SimulatorClock clock;

    CreateTemplate(
            Templates templates, Accounts accounts, Numbers numbers, CreationLimits limits, SimulatorClock clock) {
        super(numbers);
        this.templates = templates;
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Route route() {
        return Route.post("/{account}/message_templates", Scope.MANAGEMENT, Operation.TEMPLATE);
    }

    @Override
    public Reply answer(Call call) {
        String name = Draft.name(call);
        String language = Draft.language(call.required("language"));
        Draft draft = Draft.of(call, Draft.category(call), "POSITIONAL");
        Instant now = clock.now();
        if (templates.find(name, language) != null) {
            throw GraphErrors.refuseWithWords(
                    2388024,
                    "Content in this language already exists",
                    "This template already has content in this language. Create it under another name.");
        }
        limits.checkName(name, now);
        limits.count(accounts.get(call.id()), templates.all().size(), now);
        SimulatedTemplate template =
                SimulatedTemplate.of(name, language, draft.category()).withComponents(draft.components());
        StoredTemplate stored = templates.create(template, draft.format(), draft.ttlSeconds());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", Long.toString(stored.id()))
                .put("status", stored.template().status())
                .put("category", stored.template().category());
        return Reply.of(answer);
    }
}
