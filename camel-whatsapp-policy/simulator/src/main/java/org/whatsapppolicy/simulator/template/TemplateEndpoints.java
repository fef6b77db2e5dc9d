package org.whatsapppolicy.simulator.template;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.number.Numbers;

/** What can be asked about templates. */
public final class TemplateEndpoints {

    private TemplateEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(Templates templates, Numbers numbers) {
        return List.of(new ListTemplates(templates, numbers));
    }
}
