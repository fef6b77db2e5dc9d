package org.whatsapppolicy.camel.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.webhook.Understood.Heard;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.inbound.EventKind;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals;
import org.whatsapppolicy.policy.inbound.Signals.Signal;
import org.whatsapppolicy.policy.inbound.WebhookReader;
import org.whatsapppolicy.store.GroupReceive.Arriving;

/**
 * What a delivery says, by the document in force: what of each event is recorded, and what else it calls for. Apart from the
 * {@link Receiver}, which proves, records and answers, because nothing here has an effect, and because a part of it runs on the
 * writer's thread, for events whose meaning depends on the store's clock. Thread-safe.
 */
final class Interpreter {

    private static final Set<EventKind> OF_TEMPLATES = Set.of(
            EventKind.TEMPLATE_STATUS,
            EventKind.TEMPLATE_QUALITY,
            EventKind.TEMPLATE_CATEGORY,
            EventKind.TEMPLATE_TEXT);

    private final Signals signals;
    private final Supplier<PolicyDocument> policy;
    private final WebhookReader reader = new WebhookReader();
    private final EventTakers takers;
    private final Receipts receipts;

    /** @param portfolios the business portfolio of a phone number id, or an empty text when it is not known */
    Interpreter(
            Signals signals,
            Supplier<PolicyDocument> policy,
            EventTakers takers,
            Function<@Nullable String, String> portfolios) {
        this.signals = signals;
        this.policy = policy;
        this.takers = takers;
        this.receipts = new Receipts(portfolios);
    }

    /**
     * Reads a delivery. All that needs no clock is done by as many threads as there are deliveries: the writer is one for all.
     *
     * @param understood is filled, at the latest when the events are asked for
     * @return its events, by the store's clock if they need it
     */
    Function<InstantSource, List<Arriving<Recognised>>> read(
            byte[] body, Map<String, Object> delivery, Understood understood) {
        List<InboundEvent> events = reader.read(delivery);
        String whole = events.size() == 1 ? Json.asPosted(body) : null;
        boolean wanted = takers.wanted();
        List<Read> read = new ArrayList<>();
        boolean timed = false;
        for (InboundEvent event : events) {
            Recognised recognised = new Recognised(event, signals.words(event));
            timed |= Signals.timed(event, recognised.words());
            String payload = wanted && whole == null ? Json.text(event.delivery()) : whole;
            read.add(new Read(recognised, wanted ? payload : null));
        }
        if (timed) {
            return clock -> arriving(read, clock.instant(), understood);
        }
        List<Arriving<Recognised>> arriving = arriving(read, null, understood);
        return clock -> arriving;
    }

    /** @param clock what the store's clock shows, or null when every event tells all that matters of its time */
    private List<Arriving<Recognised>> arriving(List<Read> events, @Nullable Instant clock, Understood understood) {
        List<Arriving<Recognised>> arriving = new ArrayList<>();
        for (Read read : events) {
            InboundEvent event = read.recognised.event();
            Instant now = clock == null ? Objects.requireNonNull(event.at()) : clock;
            Signal signal = signals.of(event, read.recognised.words(), policy.get(), now);
            if (signal.optsOut()) {
                understood.optedOut().addAll(event.addresses());
            }
            if (OF_TEMPLATES.contains(event.kind())) {
                understood.templates().add(event);
            }
            if (signal.unknown() != null) {
                understood.unknown().add(signal.unknown());
            }
            if (event.kind() == EventKind.STATUS) {
                understood.statuses().add(event);
            }
            if (signal.answer() != null) {
                understood.heard().add(new Heard(event, signal, arriving.size()));
            }
            arriving.add(new Arriving<>(receipts.of(event, signal, read.payload, now), read.recognised));
            receipts.more(event, signal.acts(), now).forEach(one -> arriving.add(new Arriving<>(one, null)));
        }
        return arriving;
    }

    /**
     * An event as far as it is understood without a clock.
     *
     * @param payload what is kept of it for the route, or null when there is none
     */
    private record Read(Recognised recognised, @Nullable String payload) {}
}
