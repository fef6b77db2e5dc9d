package org.whatsapppolicy.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.transport.GraphReader;
import org.whatsapppolicy.camel.upkeep.Chores;
import org.whatsapppolicy.camel.webhook.Ear;
import org.whatsapppolicy.camel.webhook.EventTakers;
import org.whatsapppolicy.camel.webhook.Receiver;
import org.whatsapppolicy.camel.webhook.Recognised;
import org.whatsapppolicy.camel.webhook.Replies;
import org.whatsapppolicy.camel.webhook.SubscribedFields;
import org.whatsapppolicy.policy.inbound.Signals;
import org.whatsapppolicy.policy.optout.IntentRecogniser;
import org.whatsapppolicy.store.GroupReceive;

/**
 * Takes in what the platform tells one component, and watches whether it tells anything (S-20). Apart from the
 * {@link PolicyService} that makes it, because an installation may send without it: where nothing listens, nothing comes this way.
 */
final class Reception {

    private static final long TELL_EVERY = 15_000;
    private static final long STRANGERS_EVERY = 60_000;
    private static final long SUBSCRIPTIONS_EVERY = 300_000;
    private static final int WAITING_DELIVERIES = 10_000;

    private final PolicyService service;
    private final HelpDesk helpDesk;
    private final TemplateNews templateNews;
    private final Chores chores;
    private final GraphReader graph;
    private final String base;
    private final EventTakers events = new EventTakers();
    private final Signals signals = new Signals(IntentRecogniser.standard());
    private final GroupReceive<Recognised> group;
    /** What ends the watch over each app. */
    private final Map<String, Runnable> watches = new ConcurrentHashMap<>();

    /**
     * Nothing is taken yet.
     *
     * @param service has a store and threads by now, and is asked for the rest when something listens
     * @param base base URI and Graph version, without a slash at the end
     * @param writers how many batches the store takes at once
     */
    Reception(
            PolicyService service,
            HelpDesk helpDesk,
            TemplateNews templateNews,
            Chores chores,
            GraphReader graph,
            String base,
            int writers) {
        this.service = service;
        this.helpDesk = helpDesk;
        this.templateNews = templateNews;
        this.chores = chores;
        this.graph = graph;
        this.base = base;
        this.group = new GroupReceive<>(
                service.store(), service.blocking(), service.blocking(), writers, WAITING_DELIVERIES, events);
    }

    void start() {
        Ear ear = service.ear();
        chores.every(TELL_EVERY, "tell other nodes what this one heard", ear::tell);
        chores.every(STRANGERS_EVERY, "look who else sends", ear.strangers()::look);
    }

    /** Takes what the platform posts. */
    Receiver receiver(List<String> secrets, String verifyToken, int most) {
        Ear ear = service.ear();
        ear.listens();
        Replies replies = new Replies(
                service.store(), service.policy()::document, service.ids(), service.messenger()::send, helpDesk::give);
        return new Receiver(
                secrets,
                verifyToken,
                most,
                group,
                signals,
                service.policy()::document,
                service.blocking(),
                service.underWay(),
                replies,
                ear,
                events,
                templateNews::told,
                this::portfolio);
    }

    private String portfolio(@Nullable String phoneNumberId) {
        return service.policy().document().senders().values().stream()
                .filter(sender -> sender.phoneNumberId().equals(phoneNumberId))
                .map(sender -> sender.portfolio() == null ? "" : sender.portfolio())
                .findFirst()
                .orElse("");
    }

    /** Keeps an eye on the fields to which the app is subscribed (S-20), with this secret from now on. */
    void watch(String app, String secret) {
        Ear ear = service.ear();
        SubscribedFields fields = new SubscribedFields(graph, base, app, secret, ear);
        // A route that is started again would else have it read once more each time, for good.
        Runnable earlier = watches.put(
                app, chores.now(SUBSCRIPTIONS_EVERY, "read the fields that the app is subscribed to", () -> {
                    fields.read();
                    ear.tell();
                    return SUBSCRIPTIONS_EVERY;
                }));
        if (earlier != null) {
            earlier.run();
        }
    }

    /** Who takes events. */
    EventTakers events() {
        return events;
    }

    /** What events mean. */
    Signals signals() {
        return signals;
    }

    /** Takes nothing more. */
    void stop() {
        group.close();
    }
}
