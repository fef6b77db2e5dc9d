package org.whatsapppolicy.simulator.message.template;

import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.Templates;

/** The template a send names, if it is in a state in which it can be sent. */
final class Sendable {

    private Sendable() {}

    static StoredTemplate find(Templates templates, String name, String language) {
        StoredTemplate stored = templates.find(name, language);
        String status = stored == null ? "MISSING" : stored.template().status();
        if (stored != null && status.equals("APPROVED")) {
            return stored;
        }
        throw switch (status) {
            case "PAUSED" ->
                GraphErrors.refuse(132015, "The template is paused because of its low quality and cannot be sent.");
            case "DISABLED" ->
                GraphErrors.refuse(132016, "The template was paused too often and is disabled for good.");
            default -> GraphErrors.refuse(132001, "template name (" + name + ") does not exist in " + language);
        };
    }
}
