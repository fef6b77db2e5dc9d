package org.whatsapppolicy.simulator.template;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Changes a template, which goes back to review. Only approved, rejected and paused ones can be changed. */
final class EditTemplate extends TemplateEndpoint {

    private final Templates templates;

    EditTemplate(Templates templates, Numbers numbers) {
        super(templates, numbers);
        this.templates = templates;
    }

    @Override
    public Route route() {
        return Route.post("/{template}", Scope.MANAGEMENT, Operation.TEMPLATE);
    }

    @Override
    Reply answer(Call call, StoredTemplate stored) {
        SimulatedTemplate before = stored.template();
        TemplateLife life = templates.life(stored);
        if (life.generated()) {
            throw new Refused(GraphErrors.of(2388318));
        }
        if (!before.status().matches("APPROVED|REJECTED|PAUSED")) {
            throw GraphErrors.refuse(2388039, "A template that is " + before.status() + " cannot be edited.");
        }
        String category = category(call, before);
        @Nullable String format = life.parameterFormat();
        Draft draft =
                Draft.of(call, category, Objects.requireNonNullElse(format, stored.named() ? "NAMED" : "POSITIONAL"));
        Long ttl = draft.ttlSeconds() != null ? draft.ttlSeconds() : life.ttlSeconds();
        templates.edit(stored, before.withCategory(category).withComponents(draft.components()), draft.format(), ttl);
        return Reply.success();
    }

    private static String category(Call call, SimulatedTemplate before) {
        if (call.text("category") == null) {
            return before.category();
        }
        String wanted = Draft.category(call);
        if (before.status().equals("APPROVED") && !wanted.equals(before.category())) {
            throw GraphErrors.badParameter("The category of an approved template cannot be edited.");
        }
        return wanted;
    }
}
