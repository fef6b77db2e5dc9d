package org.whatsapppolicy.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.TemplateListener;

/** Tells every account of templates that changed their status or category. */
public final class TemplateEvents implements TemplateListener {

    private final SimulatorClock clock;
    private final Delivery delivery;
    private final Numbers numbers;

    /** For the simulator. */
    public TemplateEvents(SimulatorClock clock, Delivery delivery, Numbers numbers) {
        this.clock = clock;
        this.delivery = delivery;
        this.numbers = numbers;
    }

    @Override
    public void statusChanged(StoredTemplate now) {
        String status = now.template().status();
        tell("message_template_status_update", status, value -> {
            value.put("event", status);
            identify(value, now);
            value.put("reason", "NONE")
                    .put("message_template_category", now.template().category());
            if (status.equals("PAUSED")) {
                value.putObject("other_info")
                        .put("title", "FIRST_PAUSE")
                        .put("description", "The template is paused for a while because of its quality.");
            }
        });
    }

    @Override
    public void categoryChanged(StoredTemplate before, StoredTemplate now) {
        tell("template_category_update", now.template().category(), value -> {
            identify(value, now);
            value.put("previous_category", before.template().category())
                    .put("new_category", now.template().category());
        });
    }

    private static void identify(ObjectNode value, StoredTemplate stored) {
        SimulatedTemplate template = stored.template();
        value.put("message_template_id", stored.id())
                .put("message_template_name", template.name())
                .put("message_template_language", template.language());
    }

    private void tell(String field, String kind, Consumer<ObjectNode> value) {
        if (!delivery.enabled()) {
            return;
        }
        Set<String> accounts = new LinkedHashSet<>();
        for (SimulatedNumber number : numbers.all()) {
            accounts.add(number.accountId());
        }
        for (String account : accounts) {
            delivery.send(new Event(field, kind, null, Payload.of(account, clock.millis() / 1000, field, value)));
        }
    }
}
