package org.whatsapppolicy.simulator.template;

import java.util.List;
import org.whatsapppolicy.simulator.account.Accounts;
import org.whatsapppolicy.simulator.account.HealthStatus;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.number.Numbers;

/** What can be asked about templates. */
public final class TemplateEndpoints {

    private TemplateEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(
            Templates templates, Accounts accounts, Numbers numbers, SimulatorClock clock, HealthStatus health) {
        TemplateFields fields = new TemplateFields(templates, numbers, health);
        CreationLimits limits = new CreationLimits();
        return List.of(
                new ListTemplates(templates, numbers, fields),
                new CreateTemplate(templates, accounts, numbers, limits, clock),
                new UpsertTemplates(templates, accounts, numbers, limits, clock),
                new DeleteTemplate(templates, numbers, limits, clock),
                new ReadTemplate(templates, numbers, fields),
                new EditTemplate(templates, numbers),
                new UnpauseTemplate(templates, numbers));
    }
}
