package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** S-37: nothing twice. */
class RepeatTest {

    private final Rig rig = new Rig();
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        rig.start(new RouteBuilder() {
                    @Override
                    public void configure() {
                        errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0));
                        from("direct:redelivered").to(Rig.SEND).to("mock:after");
                        from("direct:outer").to("direct:inner");
                        from("direct:inner")
                                .errorHandler(noErrorHandler())
                                .to(Rig.SEND)
                                .process(e -> {
                                    if (failures.getAndIncrement() < 2) {
                                        throw new IllegalStateException("a later step fails");
                                    }
                                });
                        from("direct:twice").to(Rig.SEND).to(Rig.SEND);
                        from("direct:behind")
                                .process(e -> failOnce())
                                .to(Rig.SEND)
                                .to(Rig.SEND);
                        from("direct:between")
                                .to(Rig.SEND)
                                .process(e -> failOnce())
                                .to(Rig.SEND)
                                .to(Rig.SEND);
                        from("direct:second")
                                .to(Rig.SEND)
                                .process(e -> rig.simulator.faults().next(Fault.error(100)))
                                .to(Rig.SEND)
                                .to(Rig.SEND);
                        from("direct:block")
                                .process(e -> failOnce())
                                .to(Rig.SEND)
                                .to("direct:both");
                        from("direct:both")
                                .errorHandler(noErrorHandler())
                                .to(Rig.SEND)
                                .to(Rig.SEND)
                                .process(e -> failOnce());
                    }
                })
                .agreed(ANA, "slip")
                .agreed(BRUNO, "slip");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void failOnce() {
        if (failures.getAndIncrement() % 2 == 0) {
            throw new IllegalStateException("a step fails");
        }
    }

    private Exchange send(String uri, String phone, @Nullable String key) {
        Map<String, Object> headers = new HashMap<>(Rig.slipTo(phone));
        if (key != null) {
            headers.put(WhatsAppPolicyConstants.IDEMPOTENCY_KEY, key);
        }
        return rig.send(uri, List.of("Ana", "amanha"), headers);
    }

    @Test
    void the_same_key_is_sent_once_and_answered_alike() {
        Exchange first = send(Rig.SEND, ANA, "slip-1");
        Exchange second = send(Rig.SEND, ANA, "slip-1");

        assertThat(rig.requests()).hasSize(1);
        assertThat(header(second, WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
        assertThat(header(second, WhatsAppPolicyConstants.WAMID))
                .isEqualTo(header(first, WhatsAppPolicyConstants.WAMID));
        assertThat(header(second, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }

    @Test
    void the_same_key_while_the_first_is_under_way_is_told_so_at_once() throws Exception {
        rig.simulator.faults().next(Fault.slow(Duration.ofSeconds(2)));
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(() -> send(Rig.SEND, ANA, "slip-1"));
        await().atMost(Rig.SOON).until(() -> rig.requests().size() == 1);

        Exchange second = send(Rig.SEND, ANA, "slip-1");

        assertThat(header(second, WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
        assertThat(header(second, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        assertThat(header(second, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("taken");
        assertThat(header(first.get(60, TimeUnit.SECONDS), WhatsAppPolicyConstants.OUTCOME))
                .isEqualTo("accepted");
        assertThat(header(second, WhatsAppPolicyConstants.MESSAGE_ID))
                .isEqualTo(header(first.join(), WhatsAppPolicyConstants.MESSAGE_ID));
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void the_same_key_for_somebody_else_is_a_conflict() {
        send(Rig.SEND, ANA, "slip-1");

        Exchange other = send(Rig.SEND, BRUNO, "slip-1");

        assertThat(other.getException()).isInstanceOf(IdempotencyConflictException.class);
        assertThat(rig.requests()).hasSize(1);
    }

    private Exchange row(String template, String due) {
        Map<String, Object> headers = new HashMap<>(Rig.slipTo(ANA));
        headers.put(WhatsAppPolicyConstants.TEMPLATE, template);
        headers.put(WhatsAppPolicyConstants.IDEMPOTENCY_KEY, "slip-17");
        return rig.send(Rig.SEND, Map.of("id", "17", "nome", "Ana", "vence", due), headers);
    }

    private void platformHas(SimulatedTemplate template) {
        rig.simulator.templates().add(template);
        assertThat(rig.component.syncTemplates()).isTrue();
    }

    @Test
    @DisplayName("S-37: a row that was denied because its template was not known yet is decided anew by its key")
    void a_row_whose_template_becomes_known_is_no_conflict() {
        assertThat(header(row("boleto", "amanha"), WhatsAppPolicyConstants.REASONS))
                .isEqualTo(List.of("template-unknown"));
        platformHas(SimulatedTemplate.of("boleto", "pt_BR", "UTILITY").withBody("Oi {{nome}}, vence {{vence}}. Ok."));

        assertThat(row("boleto", "hoje").getException()).isInstanceOf(IdempotencyConflictException.class);
        assertThat(header(row("boleto", "amanha"), WhatsAppPolicyConstants.OUTCOME))
                .isEqualTo("accepted");
        assertThat(header(row("boleto", "amanha"), WhatsAppPolicyConstants.REPLAYED))
                .isEqualTo(true);
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    @DisplayName("S-37: a row that was accepted is repeated by its key when the template takes more of it since")
    void a_row_whose_template_changed_is_no_conflict() {
        platformHas(SimulatedTemplate.of("boleto", "pt_BR", "UTILITY").withBody("Oi {{nome}}, vence logo. Ok."));
        assertThat(header(row("boleto", "amanha"), WhatsAppPolicyConstants.OUTCOME))
                .isEqualTo("accepted");
        rig.simulator.templates().delete("boleto", "pt_BR");
        platformHas(SimulatedTemplate.of("boleto", "pt_BR", "UTILITY").withBody("Oi {{nome}}, vence {{vence}}. Ok."));

        assertThat(header(row("boleto", "amanha"), WhatsAppPolicyConstants.REPLAYED))
                .isEqualTo(true);
        assertThat(row("slip_due", "amanha").getException()).isInstanceOf(IdempotencyConflictException.class);
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    @DisplayName("S-38: a redelivery after an unknown outcome sends nothing")
    void a_redelivery_after_an_unknown_outcome_repeats_it() {
        rig.simulator.faults().next(Fault.badGatewayAfterAcceptance(502));

        Exchange exchange = send("direct:redelivered", ANA, null);

        assertThat(exchange.getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void a_redelivery_of_a_whole_route_sends_once() {
        Exchange exchange = send("direct:outer", ANA, null);

        assertThat(exchange.getException()).isNull();
        assertThat(failures).hasValue(3);
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void two_steps_of_one_route_are_two_messages() {
        send("direct:twice", ANA, null);

        assertThat(rig.requests()).hasSize(2);
    }

    @Test
    @DisplayName("S-37: steps behind one that was redelivered are messages of their own")
    void steps_behind_a_redelivered_one() {
        Exchange exchange = send("direct:behind", ANA, null);

        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.REPLAYED)).isNull();
        assertThat(rig.requests()).hasSize(2);
    }

    @Test
    @DisplayName("S-37: also when what was redelivered stands between them")
    void steps_around_a_redelivered_one() {
        Exchange exchange = send("direct:between", ANA, null);

        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.REPLAYED)).isNull();
        assertThat(rig.requests()).hasSize(3);
    }

    @Test
    @DisplayName("S-37: a step that is redelivered after a refusal tries its own message again, not one before it")
    void a_redelivered_step_is_its_own_message() {
        Exchange exchange = send("direct:second", ANA, null);

        assertThat(exchange.getException()).isNull();
        assertThat(rig.accepted()).hasSize(3);
    }

    @Test
    @DisplayName("S-37: a redelivery of several steps repeats each of them, and nothing from before them")
    void a_redelivery_of_several_steps_sends_each_once() {
        Exchange exchange = send("direct:block", ANA, null);

        assertThat(exchange.getException()).isNull();
        assertThat(failures).hasValue(4);
        assertThat(rig.requests()).hasSize(3);
        assertThat(header(exchange, WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
    }
}
