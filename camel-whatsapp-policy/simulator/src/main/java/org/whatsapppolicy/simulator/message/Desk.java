package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.journey.Journey;
import org.whatsapppolicy.simulator.journey.Journeys;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.limit.Sending;
import org.whatsapppolicy.simulator.limit.Verdict;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.pricing.Price;
import org.whatsapppolicy.simulator.pricing.Pricing;
import org.whatsapppolicy.simulator.template.Templates;
import org.whatsapppolicy.simulator.webhook.SentMessage;

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

    /** For the simulator. */
    public Desk(
            SimulatorClock clock,
            Templates templates,
            People people,
            Limits limits,
            Journeys journeys,
            Pricing pricing,
            MessageIds ids,
            ClosedWindow closedWindow) {
        this.clock = clock;
        this.types = new MessageTypes(templates, people);
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
        envelope.check(root);
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
        Content content = type.check(root.path(typeName));
        if (marketingOnly && !content.marketing()) {
            throw new Refused(GraphErrors.of(content.template() ? 134100 : 131055));
        }
        if (recipient.kind() == Recipient.Kind.USER_ID && content.category().equals("authentication")) {
            throw new Refused(GraphErrors.of(131062));
        }
        if (!sender.mayWriteTo(recipient.address())) {
            throw new Refused(GraphErrors.of(131030));
        }
        return accept(sender, root, recipient, content);
    }

    private Outcome accept(SimulatedNumber sender, JsonNode root, Recipient recipient, Content content) {
        Person person = recipient.kind() == Recipient.Kind.GROUP ? null : people.person(recipient.address());
        GraphError failure = laterFailure(sender, recipient, person, content);
        if (failure != null && failure.code() == 131047 && closedWindow == ClosedWindow.REFUSE) {
            throw new Refused(failure);
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
        }
        Price price = pricing.of(
                sender, sending.category(), open, person == null ? null : person.entryPointEnds(sender.id()));
        GraphError known =
                failure != null ? failure : verdict.error() != null ? verdict.error() : pricing.obstacle(price);
        String wamid = ids.next();
        String messageStatus = content.template() ? "accepted" : null;
        String callbackData = Envelope.callbackData(root);
        if (person != null) {
            person.chat(sender.id()).accepted(wamid, content.shown(), Envelope.quoted(root));
        }
        SentMessage sent =
                new SentMessage(sender, recipient, person, wamid, content.category(), callbackData, content.reaction());
        return Outcome.message(SendAnswer.json(recipient, wamid, messageStatus), wamid, messageStatus, () -> {
            if (verdict.kind() != Verdict.Kind.SILENCE) {
                journeys.begin(new Journey(sent, sending, price, person, content.shown()), known);
            }
        });
    }

    private @Nullable GraphError laterFailure(
            SimulatedNumber sender, Recipient recipient, @Nullable Person person, Content content) {
        if (content.laterFailure() != null) {
            return content.laterFailure();
        }
        if (person != null && person.isShutOut(sender.id())) {
            return GraphErrors.of(130403);
        }
        if (!content.template()
                && recipient.kind() != Recipient.Kind.GROUP
                && closedWindow != ClosedWindow.IGNORE
                && (person == null || !person.windowOpen(sender.id()))) {
            return GraphErrors.of(131047);
        }
        if (person == null) {
            return null;
        }
        if (person.failure() != 0) {
            return GraphErrors.of(person.failure());
        }
        return content.marketing() && person.offersStopped() ? GraphErrors.of(131050) : null;
    }

    /**
     * Marks a message as read, or shows that an answer is being typed.
     *
     * @throws Refused when the person never wrote that message
     */
    public Outcome read(SimulatedNumber sender, JsonNode root) {
        ready(sender);
        Envelope.product(root);
        if (!root.path("status").asText().equals("read")) {
            throw GraphErrors.invalid("status");
        }
        String id = Fields.text(root.path("message_id"), "message_id", 512);
        if (!people.hasWritten(id)) {
            throw GraphErrors.invalid("message_id");
        }
        return Outcome.plain(READ_ANSWER);
    }

    private static void ready(SimulatedNumber sender) {
        GraphError refusal = sender.refusal();
        if (refusal != null) {
            throw new Refused(refusal);
        }
    }
}
