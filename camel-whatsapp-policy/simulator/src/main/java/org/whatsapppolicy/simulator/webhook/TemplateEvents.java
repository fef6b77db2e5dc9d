package org.whatsapppolicy.simulator.webhook;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.TemplateListener;
import org.whatsapppolicy.simulator.webhook.account.TemplateCategory;
import org.whatsapppolicy.simulator.webhook.account.TemplateRef;
import org.whatsapppolicy.simulator.webhook.account.TemplateStatus;
import org.whatsapppolicy.simulator.webhook.event.Event;

/** Tells every account of templates that changed their status or category. */
public final class TemplateEvents implements TemplateListener {

    private final SimulatorClock clock;
    private final Webhooks webhooks;
    private final Numbers numbers;

    /** For the simulator. */
    public TemplateEvents(SimulatorClock clock, Webhooks webhooks, Numbers numbers) {
        this.clock = clock;
        this.webhooks = webhooks;
        this.numbers = numbers;
    }

    @Override
    public void statusChanged(StoredTemplate now) {
        String status = now.template().status();
        String category = now.template().category();
        tell(account -> switch (status) {
            case "PAUSED" ->
                TemplateStatus.of(account, ref(now), status, category)
                        .because(
                                "FIRST_PAUSE",
                                "Your WhatsApp message template has been paused for 3 hours because of its quality.");
            case "DISABLED" -> TemplateStatus.disabled(account, ref(now), category, clock.millis() / 1000);
            default -> TemplateStatus.of(account, ref(now), status, category);
        });
    }

    @Override
    public void categoryChanged(StoredTemplate before, StoredTemplate now) {
        tell(account -> new TemplateCategory(
                account, ref(now), before.template().category(), now.template().category(), null));
    }

    /** How events name a template. */
    public static TemplateRef ref(StoredTemplate stored) {
        return new TemplateRef(
                stored.id(), stored.template().name(), stored.template().language());
    }

    /** Tells an event to every account. */
    public void tell(Function<String, Event> event) {
        if (!webhooks.enabled()) {
            return;
        }
        Set<String> accounts = new LinkedHashSet<>();
        for (SimulatedNumber number : numbers.all()) {
            accounts.add(number.accountId());
        }
        accounts.forEach(account -> webhooks.tell(event.apply(account)));
    }
}
