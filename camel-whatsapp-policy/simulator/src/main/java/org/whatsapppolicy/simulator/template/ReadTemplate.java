package org.whatsapppolicy.simulator.template;

import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** One template's fields. */
final class ReadTemplate extends TemplateEndpoint {

    private final TemplateFields fields;

    ReadTemplate(Templates templates, Numbers numbers, TemplateFields fields) {
        super(templates, numbers);
        this.fields = fields;
    }

    @Override
    public Route route() {
        return Route.get("/{template}", Scope.MANAGEMENT, Operation.TEMPLATE);
    }

    @Override
    Reply answer(Call call, StoredTemplate stored) {
        return Reply.of(fields.of(stored, call.text("fields")));
    }
}
