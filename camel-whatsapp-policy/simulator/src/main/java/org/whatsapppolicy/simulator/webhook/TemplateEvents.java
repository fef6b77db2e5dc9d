package org.whatsapppolicy.simulator.webhook;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.template.StatusNote;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.TemplateListener;
import org.whatsapppolicy.simulator.webhook.account.TemplateCategory;
import org.whatsapppolicy.simulator.webhook.account.TemplateQuality;
import org.whatsapppolicy.simulator.webhook.account.TemplateRef;
import org.whatsapppolicy.simulator.webhook.account.TemplateStatus;
import org.whatsapppolicy.simulator.webhook.event.Event;

/** Tells every account of templates that changed their status, category or quality. */
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
    public void statusChanged(StoredTemplate now, StatusNote note) {
        String status = now.template().status();
        String category = now.template().category();
        boolean disabled = status.equals("DISABLED");
        String disableDate = disabled ? Long.toString(clock.millis() / 1000) : null;
        tell(account -> new TemplateStatus(
                account,
                ref(now),
                status,
                category,
                note.reason(),
                note.title(),
                note.description(),
                disableDate,
                null,
                null));
    }

    @Override
    public void categoryAnnounced(StoredTemplate now, String next, Instant at) {
        tell(account -> new TemplateCategory(account, ref(now), now.template().category(), next, at.getEpochSecond()));
    }

    @Override
    public void categoryChanged(StoredTemplate before, StoredTemplate now) {
        tell(account -> new TemplateCategory(
                account, ref(now), before.template().category(), now.template().category(), null));
    }

    @Override
    public void qualityChanged(StoredTemplate before, StoredTemplate now) {
        tell(account -> new TemplateQuality(
                account, ref(now), before.template().quality(), now.template().quality()));
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
