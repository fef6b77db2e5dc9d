package org.whatsapppolicy.simulator.webhook.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * The texts of a template changed: {@code message_template_components_update}.
 */
public record TemplateComponents(
        String accountId,
        TemplateRef template,
        @Nullable String title,
        String body,
        @Nullable String footer,
        List<Button> buttons)
        implements Event {

    /**
     * One button as it is now.
     *
     * @param type {@code URL}, {@code PHONE_NUMBER}, {@code QUICK_REPLY}, ...
     * @param target the address or phone number; null for other types
     */
    public record Button(String type, String text, @Nullable String target) {

        void write(JsonBytes json) {
            json.object()
                    .put("message_template_button_type", type)
                    .put("message_template_button_text", text)
                    .put("message_template_button_url", type.equals("URL") ? target : null)
                    .put("message_template_button_phone_number", type.equals("PHONE_NUMBER") ? target : null)
                    .end();
        }
    }

    /** Copies the list. */
    public TemplateComponents {
        buttons = List.copyOf(buttons);
    }

    @Override
    public String field() {
        return "message_template_components_update";
    }

    @Override
    public String kind() {
        return "components";
    }

    @Override
    public void value(JsonBytes json) {
        template.write(json);
        json.put("message_template_title", title)
                .put("message_template_element", body)
                .put("message_template_footer", footer);
        if (!buttons.isEmpty()) {
            json.array("message_template_buttons");
            buttons.forEach(button -> button.write(json));
            json.end();
        }
    }
}
