package org.whatsapppolicy.simulator.template;

import java.util.Locale;
import org.whatsapppolicy.simulator.shown.ShownTemplate;

/**
 * A template as it stands, with what a send needs worked out beforehand.
 *
 * @param id digits; a string in answers, an integer in webhooks
 * @param shape its components, taken apart
 * @param named whether variables have names instead of numbers
 * @param category the pricing category, in lower case
 * @param shown what chats tell about it
 */
public record StoredTemplate(
        long id, SimulatedTemplate template, TemplateShape shape, boolean named, String category, ShownTemplate shown) {

    static StoredTemplate of(long id, SimulatedTemplate template) {
        TemplateShape shape = TemplateShape.of(template.components());
        return new StoredTemplate(
                id,
                template,
                shape,
                shape.named(),
                template.category().toLowerCase(Locale.ROOT),
                new ShownTemplate(template.name(), template.language(), template.category()));
    }
}
