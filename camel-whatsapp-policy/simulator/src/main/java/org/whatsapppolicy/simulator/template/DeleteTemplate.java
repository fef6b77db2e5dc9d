package org.whatsapppolicy.simulator.template;

import java.util.List;
import org.whatsapppolicy.simulator.account.AccountEndpoint;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Deletes a template in all languages, or with {@code hsm_id} in one. The name of an approved one is blocked for 30 days. */
final class DeleteTemplate extends AccountEndpoint {

    private final Templates templates;
    private final CreationLimits limits;
    private final SimulatorClock clock;

    DeleteTemplate(Templates templates, Numbers numbers, CreationLimits limits, SimulatorClock clock) {
        super(numbers);
        this.templates = templates;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Route route() {
        return Route.delete("/{account}/message_templates", Scope.MANAGEMENT, Operation.TEMPLATE);
    }

    @Override
    public Reply answer(Call call) {
        String name = call.required("name");
        String id = call.text("hsm_id");
        List<StoredTemplate> meant = templates.all().stream()
                .filter(stored -> stored.template().name().equals(name))
                .filter(stored -> id == null || id.equals(Long.toString(stored.id())))
                .toList();
        if (meant.isEmpty()) {
            throw GraphErrors.refuseWithWords(
                    2593002, "Message template not found", "There is no message template of that name and id.");
        }
        if (meant.stream().anyMatch(stored -> templates.life(stored).generated())) {
            throw new Refused(GraphErrors.of(2388330));
        }
        for (StoredTemplate stored : meant) {
            if (stored.template().status().equals("APPROVED")) {
                limits.blockName(name, clock.now());
            }
            templates.deleteByOwner(stored);
        }
        return Reply.success();
    }
}
