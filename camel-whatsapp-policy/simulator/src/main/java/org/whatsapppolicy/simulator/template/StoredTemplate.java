package org.whatsapppolicy.simulator.template;

import java.util.List;

/**
 * A template as it stands, with what a send needs worked out beforehand.
 *
 * @param id digits; a string in answers, an integer in webhooks
 */
public record StoredTemplate(
        long id, SimulatedTemplate template, List<String> bodyVariables, List<String> headerVariables, boolean named) {

    static StoredTemplate of(long id, SimulatedTemplate template) {
        return new StoredTemplate(id, template, template.bodyVariables(), template.headerVariables(), template.named());
    }
}
