package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card of a carousel template.
 *
 * @param header image, video or product; null when it has no variable part
 * @param body what fills its text
 * @param buttons at most 2
 */
public record TemplateCard(
        @Nullable TemplateHeader header, List<TemplateParameter> body, List<TemplateButton> buttons) {

    public TemplateCard {
        body = List.copyOf(body);
        buttons = List.copyOf(buttons);
    }

    Map<String, Object> cloudApi(int index) {
        return Map.of("card_index", index, "components", TemplateMessage.components(header, body, buttons));
    }
}
