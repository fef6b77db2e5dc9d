package org.whatsapppolicy.camel;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.webhook.UnderWay;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.optout.Intent;
import org.whatsapppolicy.policy.optout.IntentRecogniser;
import org.whatsapppolicy.policy.optout.Match;
import org.whatsapppolicy.policy.optout.Recognition;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/**
 * {@code whatsapp-policy:optOut}: says what a text from an e-mail, a text message or a CRM means, and records an opt-out; the
 * exchange goes on when no request to that person can begin any more (S-16, S-21). Leaves the body alone.
 */
final class OptOutProducer extends PolicyProducer {

    private @Nullable RequestReader people;
    private @Nullable ActReader acts;
    private boolean record;

    OptOutProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CamelContext camel = getEndpoint().getCamelContext();
        people = new RequestReader(getEndpoint());
        acts = new ActReader(camel, getEndpoint().getConsent());
        record = getEndpoint().getConsent().isRecord();
    }

    @Override
    void begin(Exchange exchange, Runnable end) {
        RequestReader from = people;
        ActReader read = acts;
        if (from == null || read == null) {
            throw new IllegalStateException("the producer is not started");
        }
        Recognition found = IntentRecogniser.standard().recognise(text(exchange), read.language(exchange));
        Message message = exchange.getMessage();
        message.setHeader(WhatsAppPolicyConstants.INTENT, found.intent().name());
        String by = found.match().map(Match::toString).orElse(null);
        if (by == null) {
            message.removeHeader(WhatsAppPolicyConstants.INTENT_MATCH);
        } else {
            message.setHeader(WhatsAppPolicyConstants.INTENT_MATCH, by);
        }
        if (record && (found.intent() == Intent.OPT_OUT || found.intent() == Intent.AMBIGUOUS)) {
            record(exchange, from, read, found.intent(), end);
        } else {
            end.run();
        }
    }

    /** A stream that Camel keeps is rewound, so that the route can read it again. */
    private static String text(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof InputStream && !(body instanceof StreamCache)) {
            throw new IllegalArgumentException(
                    "body: found a stream that can be read once, expected a text: turn stream"
                            + " caching on, or convert the body to a String first");
        }
        String text = exchange.getMessage().getBody(String.class);
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        return text == null ? "" : text;
    }

    private void record(Exchange exchange, RequestReader from, ActReader read, Intent intent, Runnable end) {
        PolicyService service = getEndpoint().service();
        // Asked for now: when it is over, a component that stops meanwhile is without its service.
        Executor endings = endings(exchange);
        Recipient person = from.person(exchange);
        if (person instanceof UnreadableRecipient nobody) {
            throw new IllegalArgumentException("recipient: " + nobody.problem()
                    + "; the text is an opt-out or may be one," + " and nothing was recorded");
        }
        String purpose = from.purposeOrNull(exchange);
        Scope scope = read.covered(purpose);
        Set<String> purposes = service.policy().document().purposes().keySet();
        if (purpose != null && scope.equals(Scope.purpose(purpose)) && !purposes.contains(purpose)) {
            throw new IllegalArgumentException("purpose: found " + purpose + ", expected one of " + purposes
                    + "; the text is an opt-out or may be one, and nothing was recorded");
        }
        PolicyStore store = service.store();
        ActReader.Told told = read.told(exchange);
        try {
            service.blocking().execute(() -> {
                try {
                    Instant now = store.now();
                    Evidence evidence = told.at(now);
                    ConsentAct act = intent == Intent.OPT_OUT
                            ? new ConsentAct.Withdrawn(scope, evidence)
                            : ConsentAct.Questioned.by(evidence);
                    store.record(List.of(new PersonAct(person, act)));
                } catch (RuntimeException | Error e) {
                    ended(exchange, endings, end, e);
                    return;
                }
                if (intent == Intent.OPT_OUT) {
                    service.underWay()
                            .over(
                                    Set.of(person),
                                    over -> ended(
                                            exchange,
                                            endings,
                                            end,
                                            over
                                                    ? null
                                                    : new OptOutUnderWayException(
                                                            exchange, UnderWay.LONGEST_WAIT.toMillis())));
                } else {
                    ended(exchange, endings, end, null);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("whatsapp-policy is stopping: the opt-out was not recorded", e);
        }
    }

    private static void ended(Exchange exchange, Executor endings, Runnable end, @Nullable Throwable problem) {
        if (problem != null) {
            exchange.setException(problem);
        }
        try {
            endings.execute(end);
        } catch (RejectedExecutionException e) {
            end.run();
        }
    }
}
