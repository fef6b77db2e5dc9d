package org.whatsapppolicy.camel.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.SendResult;
import org.whatsapppolicy.policy.address.CountryLanguages;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.inbound.EventKind;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals.Signal;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.store.MessageIds;
import org.whatsapppolicy.store.PolicyStore;

/**
 * What the policy answers by itself (S-17 to S-19): begun after the platform has its 200, decided and recorded like any message,
 * under a key made of what it answers. So a crash may lose an answer and never doubles one. Thread-safe.
 */
public final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    /** Somebody waits for it, and it is one message. */
    private static final int PRIORITY = 1_000;

    private final PolicyStore store;
    private final Supplier<PolicyDocument> policy;
    private final MessageIds ids;
    private final BiConsumer<SendRequest, Consumer<SendResult>> messenger;
    private final BiConsumer<String, InboundEvent> help;

    /**
     * Makes one.
     *
     * @param messenger sends a message through the policy
     * @param help gives an event to the endpoint of that URI
     */
    public Replies(
            PolicyStore store,
            Supplier<PolicyDocument> policy,
            MessageIds ids,
            BiConsumer<SendRequest, Consumer<SendResult>> messenger,
            BiConsumer<String, InboundEvent> help) {
        this.store = store;
        this.policy = policy;
        this.ids = ids;
        this.messenger = messenger;
        this.help = help;
    }

    /**
     * Answers what an event asks for, if the document has words for it. May block for as long as it takes to look a person up.
     *
     * @param fresh whether this is the first time that the event came
     */
    void to(InboundEvent event, Signal signal, boolean fresh) {
        OwnMessage own = signal.answer();
        // A number that another application answers at the moment is that application's to answer.
        if (own == null || event.kind() != EventKind.MESSAGE) {
            return;
        }
        try {
            PolicyDocument document = policy.get();
            SendRequest request = request(event, signal, own, document);
            if (request != null) {
                messenger.accept(
                        request,
                        result -> LOG.debug(
                                "{} {}: {}", own, result.id(), result.getClass().getSimpleName()));
            }
            String helpTo = document.optOut().helpTo();
            if (own == OwnMessage.HELP && helpTo != null && fresh) {
                help.accept(helpTo, event);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} is not answered by {}: {}", event, own, e.toString());
        }
    }

    private @Nullable SendRequest request(InboundEvent event, Signal signal, OwnMessage own, PolicyDocument document) {
        Recipient person = event.person();
        String sender = sender(document, event.phoneNumberId());
        if (person == null || sender == null || own.words(document.optOut()).isEmpty()) {
            return null;
        }
        MessageContent words = own.words(document.optOut()).in(signal.languages(), guesses(person));
        return words == null
                ? null
                : new SendRequest(
                        ids.next(),
                        own.purpose() + ":" + event.key(),
                        person,
                        own.purpose(),
                        sender,
                        words,
                        PRIORITY,
                        event.at(),
                        null,
                        null,
                        null,
                        0);
    }

    /** What is known of the person's language: their own setting, what they were written in, agreed to in, and their country. */
    private List<String> guesses(Recipient person) {
        PersonFacts facts = store.lookup(person, Duration.ZERO);
        List<String> guesses = new ArrayList<>();
        if (facts.own().language() != null) {
            guesses.add(facts.own().language());
        }
        store.personalData().lastLanguage(person).ifPresent(guesses::add);
        facts.consents().grants().stream()
                .filter(grant -> grant.evidence().language() != null)
                .max(Comparator.comparing(grant -> grant.evidence().act()))
                .ifPresent(grant -> guesses.add(grant.evidence().language()));
        guesses.addAll(CountryLanguages.of(person));
        return guesses;
    }

    /** Name of the sender with that number, or null. */
    public static @Nullable String sender(PolicyDocument document, @Nullable String phoneNumberId) {
        return document.senders().values().stream()
                .filter(sender -> sender.phoneNumberId().equals(phoneNumberId))
                .map(Sender::name)
                .findFirst()
                .orElse(null);
    }
}
