package org.whatsapppolicy.simulator.template;

import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Ends a pause that came of pacing; pauses for quality end by themselves. */
final class UnpauseTemplate extends TemplateEndpoint {

    private final Templates templates;

    UnpauseTemplate(Templates templates, Numbers numbers) {
        super(templates, numbers);
        this.templates = templates;
    }

    @Override
    public Route route() {
        return Route.post("/{template}/unpause", Scope.MANAGEMENT, Operation.TEMPLATE);
    }

    @Override
    Reply answer(Call call, StoredTemplate stored) {
        if (!templates.unpause(stored)) {
            throw GraphErrors.badParameter("Only templates that pacing has paused can be unpaused.");
        }
        return Reply.success();
    }
}
