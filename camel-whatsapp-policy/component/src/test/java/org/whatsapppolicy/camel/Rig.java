package org.whatsapppolicy.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.message.TemplateMessage;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.SimulatorBuilder;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.memory.MemoryStore;

/** A context with the component, the simulator on a port, and a store whose clock stands still until a test moves it. */
final class Rig implements AutoCloseable {

    /** A Tuesday, 09:00 in Sao Paulo. */
    static final Instant MORNING = Instant.parse("2026-03-24T12:00:00Z");

    /** What a test waits for comes at once; a machine that is busy with other things may need so long. Costs nothing when it comes. */
    static final Duration SOON = Duration.ofSeconds(60);

    static final String ANA = "+5511987654321";
    static final String BRUNO = "+5511987654322";
    static final String CARLA = "+5511987654323";
    static final String SEND = "whatsapp-policy:send?purpose=slip";

    static final String POLICY = """
            version: 1
            revision: 1
            store: { freshStore: accepted }
            optOut: { intake: external }
            senders:
              billing:
                phoneNumberId: "1001"
                accessToken: "{{wa.token}}"
                account: "2001"
                region: BR
                throughput: none
            caps: { proactive: none }
            quietHours: none
            purposes:
              slip:
                sender: billing
                category: utility
                basis: contract
                consent: opt-in
                caps: none
                attachments: [ pdf ]
              offers:
                sender: billing
                category: marketing
                basis: consent
                consent: { kind: opt-in, validFor: 365d }
                caps: [ "1/24h" ]
                whenLimited: deny
              reminder:
                sender: billing
                category: utility
                basis: contract
                consent: opt-in
                caps: [ "1/24h" ]
                attachments: [ pdf ]
            """;

    final Simulator simulator;
    final DefaultCamelContext camel = new DefaultCamelContext();
    final Properties properties = new Properties();
    final WhatsAppPolicyComponent component;
    private final RecipientReader recipients = new RecipientReader();
    private @Nullable PolicyStore store;
    private @Nullable ProducerTemplate template;

    Rig() {
        this(POLICY);
    }

    Rig(String policy) {
        this(policy, builder -> builder);
    }

    Rig(String policy, UnaryOperator<SimulatorBuilder> more) {
        simulator = more.apply(Simulator.builder())
                .token("first-token")
                .number("1001", "+5511900000001", "2001")
                .number("1002", "+5511900000002", "2002")
                .template(SimulatedTemplate.of("slip_due", "pt_BR", "UTILITY")
                        .withBody("Oi {{1}}, vence {{2}}. Obrigado."))
                .template(SimulatedTemplate.of("slip_due_pdf", "pt_BR", "UTILITY")
                        .withMediaHeader("DOCUMENT")
                        .withBody("Oi {{1}}, segue o boleto."))
                .template(SimulatedTemplate.of("offer", "pt_BR", "MARKETING").withBody("Oi {{nome}}, oferta. Sair?"))
                .build()
                .start();
        properties.setProperty("wa.token", "first-token");
        camel.getPropertiesComponent().setOverrideProperties(properties);
        component = new WhatsAppPolicyComponent(camel);
        component.setPolicy(file("whatsapp-policy.yaml", policy));
        component.setBaseUri(simulator.baseUri());
        // A machine that stands still for a moment must not look like a platform that is silent.
        component.setTimeout(30_000);
        camel.addComponent("whatsapp-policy", component);
    }

    /** What a route's send of a slip comes to, to be given to a store. */
    SendRequest slipRequest(String phone) {
        return new SendRequest(
                component.service().ids().next(),
                null,
                recipient(phone),
                "slip",
                null,
                TemplateMessage.fromParameters("slip_due", "pt_BR", Map.of("1", "Ana", "2", "amanha"))
                        .content(),
                0,
                null,
                null,
                null,
                null,
                0);
    }

    /** Writes a file that lives as long as the machine's patience with temporary ones. */
    static String file(String name, String text) {
        try {
            Path file = Files.createTempDirectory("whatsapp-policy").resolve(name);
            Files.writeString(file, text);
            return "file:" + file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Rig store(PolicyStore other) {
        store = other;
        return this;
    }

    Rig with(Consumer<WhatsAppPolicyComponent> change) {
        change.accept(component);
        return this;
    }

    Rig start() throws Exception {
        return start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to(SEND);
            }
        });
    }

    Rig start(RouteBuilder routes) throws Exception {
        PolicyStore used = store == null ? new MemoryStore(StoreOptions.DEFAULTS.frozenAt(MORNING)) : store;
        store = used;
        component.setStore(used);
        camel.addRoutes(routes);
        camel.getShutdownStrategy().setTimeout(10);
        camel.start();
        // On a busy machine the platform may have been too slow for the start's own reading.
        for (int tries = 0; tries < 5 && !component.syncTemplates(); tries++) {}
        template = camel.createProducerTemplate();
        return this;
    }

    PolicyStore store() {
        if (store == null) {
            throw new IllegalStateException("start first");
        }
        return store;
    }

    Recipient recipient(String phone) {
        return recipients.read(phone, "BR");
    }

    /** The person agreed to a purpose, a month ago, on a form. */
    Rig agreed(String phone, String purpose) {
        Evidence form = new Evidence(MORNING.minus(Duration.ofDays(30)), "signup", null, "terms-3", "pt", "form-1");
        store().record(List.of(new PersonAct(recipient(phone), new ConsentAct.Granted(Grant.of(purpose, form)))));
        return this;
    }

    /** The person wrote to us a minute ago: the service window is open, here and at the platform. */
    Rig wrote(String phone) {
        store().inbound(recipient(phone), store().now().minus(Duration.ofMinutes(1)));
        simulator.people().person(phone).writes("Oi");
        return this;
    }

    Exchange send(String uri, @Nullable Object body, Map<String, ?> headers) {
        return send(uri, body, headers, exchange -> {});
    }

    Exchange send(String uri, @Nullable Object body, Map<String, ?> headers, Consumer<Exchange> prepared) {
        if (template == null) {
            throw new IllegalStateException("start first");
        }
        Exchange exchange = new DefaultExchange(camel);
        exchange.getIn().setBody(body);
        exchange.getIn().setHeaders(new HashMap<>(headers));
        prepared.accept(exchange);
        try {
            return template.asyncSend(uri, exchange).get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the exchange did not complete", e);
        }
    }

    Exchange slip(String phone) {
        return send("direct:send", List.of("Ana", "amanha"), slipTo(phone));
    }

    static Map<String, Object> slipTo(String phone) {
        return Map.of(
                WhatsAppPolicyConstants.RECIPIENT, phone,
                WhatsAppPolicyConstants.TEMPLATE, "slip_due",
                WhatsAppPolicyConstants.TEMPLATE_LANGUAGE, "pt_BR");
    }

    /** What was asked of the platform about files. */
    List<LedgerEntry> uploads() {
        return simulator.ledger().where(entry -> entry.asked().operation() == Operation.MEDIA);
    }

    List<LedgerEntry> requests() {
        return simulator.ledger().where(entry -> entry.asked().operation() == Operation.MESSAGE);
    }

    List<LedgerEntry> accepted() {
        return simulator.ledger().accepted();
    }

    static @Nullable Object header(Exchange exchange, String name) {
        return exchange.getMessage().getHeader(name);
    }

    @Override
    public void close() {
        camel.stop();
        simulator.close();
    }
}
