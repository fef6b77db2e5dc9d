package org.whatsapppolicy.camel.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.inbound.Announced;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals.Signal;
import org.whatsapppolicy.policy.inbound.Told;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;

/** What the store is to record of an event: the words of the webhook as the store's own. */
final class Receipts {

    private static final int LONGEST_NEWS = 20_000;

    private final Function<@Nullable String, String> portfolios;

    /** @param portfolios the business portfolio of a phone number id, or an empty text when it is not known */
    Receipts(Function<@Nullable String, String> portfolios) {
        this.portfolios = portfolios;
    }

    /** One word of a person may be several acts; each is recorded as told once. */
    List<Receipt> more(InboundEvent event, List<ConsentAct> acts, Instant now) {
        List<Receipt> more = new ArrayList<>();
        for (int i = 1; i < acts.size(); i++) {
            String key = event.key() + "#" + i;
            more.add(new Receipt(
                    key,
                    event.kind().word(),
                    event.person(),
                    null,
                    acts.get(i),
                    null,
                    null,
                    event.sighting(portfolios.apply(event.phoneNumberId()), now)));
        }
        return more;
    }

    /** @param payload what is kept of it for the route, or null when there is none */
    Receipt of(InboundEvent event, Signal signal, @Nullable String payload, Instant now) {
        Told told = event.told();
        Report report = null;
        if (told instanceof Told.Moved moved && moved.given() != null) {
            int code = moved.codes().isEmpty() ? 0 : moved.codes().get(0);
            report = new Report(moved.given().message(), moved.given().attempt(), moved.state(), moved.wamid(), code);
        }
        return new Receipt(
                event.key(),
                event.kind().word(),
                event.person(),
                event.opensWindow(),
                signal.acts().isEmpty() ? null : signal.acts().get(0),
                report,
                payload,
                event.sighting(portfolios.apply(event.phoneNumberId()), now),
                told instanceof Announced announced ? news(event, announced) : mistake(signal));
    }

    /** Somebody tapped a button that names what the document does not know (S-16). */
    private static Inbox.@Nullable News mistake(Signal signal) {
        String unknown = signal.unknown();
        return unknown == null
                ? null
                : new Inbox.News(
                        FeedEvent.Kind.POLICY,
                        new FeedEvent.Announced(
                                "unknown-purpose",
                                unknown.isEmpty() ? null : unknown,
                                Json.kebab(signal.intent().name()),
                                null));
    }

    private static Inbox.News news(InboundEvent event, Announced told) {
        String raw = Json.text(event.raw());
        return new Inbox.News(
                FeedEvent.Kind.valueOf(told.topic().name()),
                new FeedEvent.Announced(
                        event.kind().word(), told.about(), told.state(), raw.length() > LONGEST_NEWS ? null : raw));
    }
}
