package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.account.Accounts;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.flow.Flows;
import org.whatsapppolicy.simulator.journey.Journey;
import org.whatsapppolicy.simulator.journey.Journeys;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.limit.Sending;
import org.whatsapppolicy.simulator.limit.Verdict;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.message.type.MessageType;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.pricing.Price;
import org.whatsapppolicy.simulator.pricing.Pricing;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.thread.Threads;
import org.whatsapppolicy.simulator.webhook.event.SentMessage;

/**
 * Where messages are handed in: checks one against everything the platform checks before it answers, and accepts it.
 * Called on several event loops at once; takes no lock of its own.
 */
public final class Desk {

    private static final String READ_ANSWER = "{\"success\":true}";

    private final SimulatorClock clock;
    private final MessageTypes types;
    private final Envelope envelope;
    private final People people;
    private final Limits limits;
    private final Journeys journeys;
    private final Pricing pricing;
    private final MessageIds ids;
    private final ClosedWindow closedWindow;
    private final LaterFailures laterFailures;
    private final Payers payers;
    private final Templates templates;
    private final HiddenTemplates hidden;
    private final Reading reading;
    private final Threads threads;
    private final Flows flows;

    /** For the simulator. */
    public Desk(
            SimulatorClock clock,
            Templates templates,
            People people,
            Limits limits,
            Journeys journeys,
            Pricing pricing,
            MessageIds ids,
            ClosedWindow closedWindow,
            MediaCheck media,
            Terms terms,
            Accounts accounts,
            Numbers numbers,
            Threads threads,
            Flows flows) {
        this.templates = templates;
        this.hidden = new HiddenTemplates(templates);
        this.payers = new Payers(accounts, numbers, terms, clock);
        this.laterFailures = new LaterFailures(closedWindow, media);
        this.reading = new Reading(people);
        this.threads = threads;
        this.flows = flows;
        this.clock = clock;
        this.types = new MessageTypes(templates, people, media, clock);
        this.envelope = new Envelope(types.names());
        this.people = people;
        this.limits = limits;
        this.journeys = journeys;
        this.pricing = pricing;
        this.ids = ids;
        this.closedWindow = closedWindow;
    }

    /**
     * Takes a message in.
     *
     * @param marketingOnly whether it came by {@code marketing_messages}
     * @throws Refused when the platform would not take it
     */
    public Outcome send(SimulatedNumber sender, JsonNode root, boolean marketingOnly) {
        ready(sender);
        envelope.check(root, marketingOnly);
        AccountTerms account = payers.of(sender, root);
        Recipient recipient = Envelope.recipient(root, sender);
        if (recipient.address().equals(sender.digits())) {
            throw new Refused(GraphErrors.of(131021));
        }
        JsonNode typeNode = root.path("type");
        String typeName = Fields.absent(typeNode) ? "text" : typeNode.asText();
        MessageType type = types.find(typeName);
        if (type == null) {
            throw new Refused(GraphErrors.of(131051));
        }
        Content content = marketingOnly
                ? marketing(root, type, root.path(typeName), account)
                : usual(root, type, root.path(typeName), account);
        boolean unbiddable = marketingOnly && account.bidMultiplier();
        if (recipient.kind() == Recipient.Kind.USER_ID && (content.needsPhone() || unbiddable)) {
            throw new Refused(GraphErrors.of(131062));
        }
        if (content.reaction() && Envelope.quoted(root) != null) {
            throw GraphErrors.badParameter("Param context is not possible with reactions.");
        }
        payers.check(account, recipient, content);
        Outcome accepted = accept(sender, root, recipient, content);
        hidden.sent(content);
        return accepted;
    }

    private static Content usual(JsonNode root, MessageType type, JsonNode object, AccountTerms account) {
        Content content = DirectSend.apply(root, type.check(object), account);
        if (content.template() && content.marketing() && !account.marketingOnCloudApi()) {
            throw new Refused(GraphErrors.of(131063));
        }
        return content;
    }

    private static Content marketing(JsonNode root, MessageType type, JsonNode object, AccountTerms account) {
        MarketingEdge.options(root);
        try {
            return MarketingEdge.apply(root, type.check(object), account);
        } catch (Refused refused) {
            throw MarketingEdge.refusal(refused);
        }
    }

    private Outcome accept(SimulatedNumber sender, JsonNode root, Recipient recipient, Content content) {
        Person person = recipient.kind() == Recipient.Kind.GROUP ? null : people.person(recipient.address());
        if (!sender.mayWriteTo(person == null ? recipient.address() : person.address())) {
            throw new Refused(GraphErrors.of(131030));
        }
        GraphError failure = laterFailures.of(sender, root, recipient, person, content);
        if (failure != null && failure.code() == 131047 && closedWindow == ClosedWindow.REFUSE) {
            throw new Refused(failure);
        }
        if (person != null && !content.template()) {
            threads.answer(sender.id(), person);
        }
        String flow = flow(content);
        if (flow != null) {
            flows.send(flow);
        }
        boolean open = person != null && person.windowOpen(sender.id());
        String key = person != null ? person.address() : recipient.address();
        Sending sending = new Sending(sender, key, content.category(), open, failure != null, clock.micros());
        Verdict verdict = limits.any() ? limits.admit(sending) : Verdict.PASS;
        if (verdict.kind() == Verdict.Kind.REFUSE) {
            throw new Refused(Objects.requireNonNull(verdict.error()));
        }
        if (person != null) {
            person.answeredBy(sender.id());
            if (recipient.kind() == Recipient.Kind.PHONE) {
                person.writtenToByPhone(sender.id());
            }
        }
        Price price = pricing.of(
                sender, content.category(), open, person == null ? null : person.entryPointEnds(sender.id()));
        GraphError known =
                failure != null ? failure : verdict.error() != null ? verdict.error() : pricing.obstacle(price);
        String wamid = ids.next();
        String callbackData = Envelope.callbackData(root);
        if (person != null) {
            String quoted = content.template() ? null : Envelope.quoted(root);
            person.chat(sender.id()).accepted(wamid, content.shown(), quoted);
        }
        SentMessage sent = new SentMessage(
                        sender, recipient, person, wamid, price.told(), callbackData, content.reaction())
                .within(price.conversation(sender.id(), key));
        Journey journey = new Journey(sent, sending, price, person, content.shown(), content.lifetime());
        boolean silent = verdict.kind() == Verdict.Kind.SILENCE;
        StoredTemplate template = template(journey);
        boolean held = template != null
                && templates
                        .pacing()
                        .holds(template, good -> begin(journey, silent, good ? known : GraphErrors.of(132015)));
        String messageStatus = held ? "held_for_quality_assessment" : content.template() ? "accepted" : null;
        return Outcome.message(SendAnswer.json(recipient, wamid, messageStatus), wamid, messageStatus, () -> {
            if (!held) {
                begin(journey, silent, known);
            }
        });
    }

    /** The Flow that the message opens, null for none. */
    private static @Nullable String flow(Content content) {
        return content.shown() instanceof ShownContent.Rich rich && rich.kind().equals("flow")
                ? rich.buttons().get(0).value()
                : null;
    }

    private void begin(Journey journey, boolean silent, @Nullable GraphError failure) {
        if (!silent) {
            journeys.begin(journey, failure);
        }
    }

    /** The template that is on its way, which counts as used now; null for other messages. */
    private @Nullable StoredTemplate template(Journey journey) {
        ShownTemplate shown = journey.template();
        StoredTemplate stored = shown == null ? null : templates.find(shown.name(), shown.language());
        if (stored != null) {
            templates.used(stored);
        }
        return stored;
    }

    /**
     * Marks a message as read, or shows that an answer is being typed.
     *
     * @throws Refused when the person never wrote that message
     */
    public Outcome read(SimulatedNumber sender, JsonNode root) {
        ready(sender);
        reading.mark(sender, root);
        return Outcome.plain(READ_ANSWER);
    }

    private static void ready(SimulatedNumber sender) {
        GraphError refusal = sender.refusal();
        if (refusal != null) {
            throw new Refused(refusal);
        }
    }
}
