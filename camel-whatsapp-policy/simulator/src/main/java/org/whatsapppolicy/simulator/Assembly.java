package org.whatsapppolicy.simulator;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.function.Supplier;
import org.whatsapppolicy.simulator.account.Accounts;
import org.whatsapppolicy.simulator.block.BlockLists;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.control.ControlDoor;
import org.whatsapppolicy.simulator.control.Controlled;
import org.whatsapppolicy.simulator.fault.Connections;
import org.whatsapppolicy.simulator.fault.Faults;
import org.whatsapppolicy.simulator.flow.Flows;
import org.whatsapppolicy.simulator.http.Face;
import org.whatsapppolicy.simulator.http.Platform;
import org.whatsapppolicy.simulator.journey.Journeys;
import org.whatsapppolicy.simulator.ledger.Ledger;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.media.FromPeople;
import org.whatsapppolicy.simulator.media.Media;
import org.whatsapppolicy.simulator.media.MediaUrl;
import org.whatsapppolicy.simulator.message.Desk;
import org.whatsapppolicy.simulator.message.MessageIds;
import org.whatsapppolicy.simulator.message.Terms;
import org.whatsapppolicy.simulator.message.type.LinkedMedia;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.number.NumberListener;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.UserIds;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.pricing.Meter;
import org.whatsapppolicy.simulator.pricing.Pricing;
import org.whatsapppolicy.simulator.quality.Quality;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.thread.Threads;
import org.whatsapppolicy.simulator.token.AppSecretProof;
import org.whatsapppolicy.simulator.token.DialogKeys;
import org.whatsapppolicy.simulator.token.Tokens;
import org.whatsapppolicy.simulator.twilio.TwilioContents;
import org.whatsapppolicy.simulator.webhook.AppSubscriptions;
import org.whatsapppolicy.simulator.webhook.NumberEvents;
import org.whatsapppolicy.simulator.webhook.Statuses;
import org.whatsapppolicy.simulator.webhook.TemplateEvents;
import org.whatsapppolicy.simulator.webhook.Webhooks;

/** Puts the parts of a simulator together; the one place that knows all of them. */
final class Assembly {

    final Platform platform;
    final LinkedMedia linkedMedia = new LinkedMedia();
    final Terms terms = new Terms();
    final Flows flows;
    final Limits limits;
    final Journeys journeys;
    final Pricing pricing;
    final Quality quality;
    final Meter meter = new Meter();
    final Webhooks webhooks;
    private final Vertx vertx;

    /**
     * Assembles everything but the port.
     *
     * @param port asked only once somebody refuses connections
     * @param baseUri asked only once somebody wants the address of a media
     */
    Assembly(SimulatorSettings settings, Vertx vertx, Supplier<Connections> port, Supplier<String> baseUri) {
        this.vertx = vertx;
        SimulatorClock clock = settings.clock();
        Ledger ledger = new Ledger();
        MessageIds ids = new MessageIds();
        Tokens tokens = new Tokens(clock, settings.appSecret());
        settings.tokens().forEach(tokens::add);
        Numbers numbers = new Numbers();
        settings.numbers().forEach(number -> numbers.add(number.id(), number.display(), number.account()));
        webhooks = new Webhooks(vertx, clock, ledger, settings.webhookBound());
        URI webhookUrl = settings.webhookUrl();
        if (webhookUrl != null) {
            webhooks.subscribe(webhookUrl, settings.appSecret());
        }
        TemplateEvents templateEvents = new TemplateEvents(clock, webhooks, numbers);
        Announcements announcements = new Announcements(webhooks, templateEvents);
        limits = new Limits(clock, numbers, announcements);
        Templates templates = new Templates(clock, templateEvents);
        settings.templates().forEach(templates::add);
        People people = new People(clock, numbers, webhooks, ids::next, new UserIds(settings.userIdSeed()), limits);
        Statuses statuses = new Statuses(clock, webhooks);
        quality = new Quality(clock, templates, announcements);
        people.hearComplaints(quality::complained);
        journeys = new Journeys(clock, settings.delays());
        journeys.listen((journey, progress, failure) -> limits.reached(journey.sending(), progress));
        journeys.listen((journey, progress, failure) -> meter.reached(journey.sender(), progress, journey.price()));
        journeys.listen((journey, progress, failure) -> statuses.tell(journey.message(), progress, failure));
        journeys.listen(
                (journey, progress, failure) -> quality.reached(journey.sender(), journey.template(), progress));
        pricing = new Pricing(clock);
        Faults faults = new Faults(port);
        Media media = new Media(clock);
        Accounts accounts = new Accounts(new AccountSwitches(webhooks, terms));
        BlockLists blockLists = new BlockLists();
        Threads threads = new Threads(clock);
        people.threads(threads::elsewhere);
        flows = new Flows(clock, announcements);
        NumberListener numberEvents = new NumberEvents(webhooks);
        MediaUrl mediaUrls = new MediaUrl(media, clock);
        people.mediaShelf(new FromPeople(media, mediaUrls, baseUri));
        MediaCheck mediaCheck = new MediaCheck(new UploadedMedia(media, numbers), linkedMedia);
        Desk desk = new Desk(
                clock,
                templates,
                people,
                limits,
                journeys,
                pricing,
                ids,
                settings.closedWindow(),
                mediaCheck,
                terms,
                accounts,
                numbers,
                threads,
                flows);
        platform = new Platform(
                clock,
                ledger,
                faults,
                tokens,
                new AppSecretProof(settings.appSecret()),
                new DialogKeys(),
                new TwilioContents(),
                numbers,
                templates,
                people,
                media,
                mediaUrls,
                accounts,
                blockLists,
                threads,
                numberEvents,
                new AppSubscriptions(webhooks, settings.appSecret()),
                desk,
                limits,
                ids);
    }

    /** What stands at the port: the platform's paths, and those of control. */
    Face face() {
        ControlDoor control = new ControlDoor(
                vertx,
                new Controlled(
                        platform.clock(),
                        platform.ledger(),
                        platform.faults(),
                        platform.numbers(),
                        platform.templates(),
                        platform.people(),
                        platform.media(),
                        limits,
                        webhooks));
        return new Face(platform, control);
    }
}
