package org.whatsapppolicy.camel;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.consent.ConsentImport;
import org.whatsapppolicy.camel.consent.PersonJson;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.send.SendResult;
import org.whatsapppolicy.camel.send.Waiter;
import org.whatsapppolicy.camel.webhook.UnderWay;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Purpose;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;
import org.whatsapppolicy.store.PersonalData.Erasure;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;

/** {@code whatsapp-policy:consent}: looks up and records what people agreed to. Leaves the body alone, but that export and import answer in it. */
final class ConsentProducer extends PolicyProducer {

    /** A question is about proactive messages: an open service window must not hide an opt-out. */
    private static final MessageContent QUESTION = new MessageContent(
            "template", new TemplateUse("consent_lookup", "en", List.of(), List.of()), null, Map.of());

    private @Nullable RequestReader reader;
    private @Nullable ActReader acts;
    private @Nullable Answers answers;
    private ConsentAction action = ConsentAction.LOOKUP;

    ConsentProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CamelContext camel = getEndpoint().getCamelContext();
        reader = new RequestReader(getEndpoint());
        acts = new ActReader(camel, getEndpoint().getConsent());
        answers = new Answers(getEndpoint().getConfiguration());
        action = ConsentAction.of(getEndpoint().getConsent().getAction());
    }

    @Override
    void begin(Exchange exchange, Runnable end) {
        PolicyService service = getEndpoint().service();
        RequestReader from = reader;
        ActReader read = acts;
        if (from == null || read == null) {
            throw new IllegalStateException("the producer is not started");
        }
        switch (action) {
            case LOOKUP -> lookup(exchange, service, from, end);
            case SETTINGS -> {
                Recipient person = readable(from.person(exchange));
                PersonSettings own = read.settings(exchange);
                answer(exchange, service, end, () -> {
                    service.store().settings(person, own);
                    return "applied";
                });
            }
            case FORGET -> {
                Recipient person = readable(from.person(exchange));
                CompletableFuture<Erasure> erased = CompletableFuture.supplyAsync(
                        () -> service.store().personalData().forget(person), service.blocking());
                // Whoever is told that somebody was forgotten must be able to rely on it that nothing goes to them any
                // more.
                CompletableFuture<Erasure> over = erased.thenCompose(
                        one -> service.underWay().past(one.underWay()).thenApply(past -> one));
                when(over, exchange, end, (e, one) -> e.getMessage()
                        .setHeader(WhatsAppPolicyConstants.EFFECT, one.addresses() > 0 ? "applied" : "outdated"));
            }
            case EXPORT -> {
                Recipient person = readable(from.person(exchange));
                CompletableFuture<String> json = CompletableFuture.supplyAsync(
                        () -> PersonJson.of(service.store().personalData().export(person)), service.blocking());
                when(json, exchange, end, (e, text) -> e.getMessage().setBody(text));
            }
            case IMPORT -> imported(exchange, service, end);
            case GRANT, CONFIRM, WITHDRAW, REQUEST, RELATE -> record(exchange, service, from, read, end);
        }
    }

    private void answer(Exchange exchange, PolicyService service, Runnable end, Supplier<String> work) {
        when(CompletableFuture.supplyAsync(work, service.blocking()), exchange, end, (e, effect) -> e.getMessage()
                .setHeader(WhatsAppPolicyConstants.EFFECT, effect));
    }

    private void imported(Exchange exchange, PolicyService service, Runnable end) {
        InputStream rows = exchange.getMessage().getBody(InputStream.class);
        if (rows == null) {
            throw new IllegalArgumentException("body: found none, expected CSV or JSON lines as a stream or a file");
        }
        ConsentConfiguration options = getEndpoint().getConsent();
        boolean optOuts = options.getRows().equals("optOuts");
        ConsentImport work = new ConsentImport(
                service.store(),
                service.policy().document(),
                optOuts,
                options.getRejects() == null ? null : Path.of(options.getRejects()));
        CompletableFuture<ConsentImport.Counts> imported =
                CompletableFuture.supplyAsync(() -> work.run(rows), service.blocking());
        if (optOuts) {
            // Requests that were decided before the last rows may still begin (S-21).
            imported = imported.thenCompose(counts ->
                    service.underWay().past(StoreOptions.DEFAULTS.sendLease()).thenApply(past -> counts));
        }
        when(imported, exchange, end, (e, counts) -> e.getMessage().setBody(counts.asMap()));
    }

    private static Recipient readable(Recipient person) {
        if (person instanceof UnreadableRecipient nobody) {
            throw new IllegalArgumentException("recipient: " + nobody.problem());
        }
        return person;
    }

    private void lookup(Exchange exchange, PolicyService service, RequestReader from, Runnable end) {
        if (from.purposeOrNull(exchange) == null) {
            Recipient person = readable(from.person(exchange));
            List<String> purposes = service.policy().document().purposes().keySet().stream()
                    .sorted()
                    .toList();
            List<SendRequest> questions = purposes.stream()
                    .map(purpose -> new SendRequest(
                            service.ids().next(), null, person, purpose, null, QUESTION, 0, null, null, null, null, 0))
                    .toList();
            when(standings(service, questions), exchange, end, (e, all) -> e.getMessage()
                    .setHeader(
                            WhatsAppPolicyConstants.CONSENTS,
                            all.stream().map(Standing::asMap).toList()));
        } else {
            SendRequest question = from.question(exchange, QUESTION);
            when(standings(service, List.of(question)), exchange, end, (e, one) -> tell(e, one.get(0)));
        }
    }

    /** About one person. */
    private static CompletableFuture<List<Standing>> standings(PolicyService service, List<SendRequest> questions) {
        Recipient person = questions.get(0).recipient();
        CompletableFuture<PersonFacts> known =
                CompletableFuture.supplyAsync(() -> service.store().lookup(person, Duration.ZERO), service.blocking());
        CompletableFuture<List<Decision>> decided = CompletableFuture.completedFuture(List.of());
        for (SendRequest question : questions) {
            decided = decided.thenCombine(service.messenger().consent(question), ConsentProducer::and);
        }
        return decided.thenCombine(known, (decisions, facts) -> {
            List<Standing> all = new ArrayList<>();
            for (int i = 0; i < decisions.size(); i++) {
                String purpose = questions.get(i).purpose();
                Purpose asked = service.policy().document().purposes().get(purpose);
                all.add(Standing.of(purpose, asked == null ? null : asked.consent(), decisions.get(i), facts));
            }
            return List.copyOf(all);
        });
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private static void tell(Exchange exchange, Standing standing) {
        Message message = exchange.getMessage();
        Answers.clear(message);
        Decision decision = standing.decision();
        Answers.decision(message, decision.verdict().name(), decision.codes());
        message.setHeader(WhatsAppPolicyConstants.EXPLANATION, Explanation.of(decision));
        Evidence evidence = standing.evidence();
        set(message, WhatsAppPolicyConstants.ACTED_AT, evidence == null ? null : evidence.act());
        set(message, WhatsAppPolicyConstants.SOURCE, evidence == null ? null : evidence.source());
        set(message, WhatsAppPolicyConstants.ACTOR, evidence == null ? null : evidence.actor());
        set(message, WhatsAppPolicyConstants.DOCUMENT, evidence == null ? null : evidence.document());
        set(message, WhatsAppPolicyConstants.REFERENCE, evidence == null ? null : evidence.reference());
        set(message, WhatsAppPolicyConstants.EXPIRES, standing.expires());
    }

    private static void set(Message message, String header, @Nullable Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }

    private void record(Exchange exchange, PolicyService service, RequestReader from, ActReader read, Runnable end) {
        Recipient person = readable(from.person(exchange));
        String purpose = from.purposeOrNull(exchange);
        boolean counts = action != ConsentAction.WITHDRAW || read.ofPurpose();
        if (counts && purpose != null && !service.policy().document().purposes().containsKey(purpose)) {
            throw new IllegalArgumentException("purpose: found " + purpose + ", expected one of "
                    + service.policy().document().purposes().keySet());
        }
        ActReader.Act act = read.read(exchange, action, purpose);
        SendRequest question = action != ConsentAction.REQUEST || purpose == null
                ? null
                : from.consentRequest(exchange, person, purpose);
        CompletableFuture<List<Consents.Effect>> recorded = CompletableFuture.supplyAsync(
                () -> service.store().record(List.of(new PersonAct(person, act.at(service.store()::now)))),
                service.blocking());
        if (action == ConsentAction.WITHDRAW) {
            // What was decided before may still begin: whoever is told that it is recorded must be able to rely on it
            // (S-21).
            recorded =
                    recorded.thenComposeAsync(effects -> over(exchange, service, person, effects), service.blocking());
        }
        Answers to = answers;
        if (question == null || to == null) {
            when(recorded, exchange, end, ConsentProducer::recorded);
            return;
        }
        // The request is recorded: whether it may be asked for is the policy's to say.
        CompletableFuture<Asked> asked = recorded.thenCompose(effects -> {
            CompletableFuture<Asked> answer = new CompletableFuture<>();
            service.messenger().send(question, new Waiter(result -> answer.complete(new Asked(effects, result))));
            return answer;
        });
        when(asked, exchange, end, (e, found) -> {
            recorded(e, found.effects);
            to.tell(e, found.result);
        });
    }

    private static CompletableFuture<List<Consents.Effect>> over(
            Exchange exchange, PolicyService service, Recipient person, List<Consents.Effect> effects) {
        CompletableFuture<List<Consents.Effect>> answer = new CompletableFuture<>();
        service.underWay().over(Set.of(person), over -> {
            if (over) {
                answer.complete(effects);
            } else {
                answer.completeExceptionally(new OptOutUnderWayException(exchange, UnderWay.LONGEST_WAIT.toMillis()));
            }
        });
        return answer;
    }

    private record Asked(List<Consents.Effect> effects, SendResult result) {}

    private static void recorded(Exchange exchange, List<Consents.Effect> effects) {
        exchange.getMessage()
                .setHeader(
                        WhatsAppPolicyConstants.EFFECT,
                        Json.kebab(effects.get(0).name()));
    }
}
