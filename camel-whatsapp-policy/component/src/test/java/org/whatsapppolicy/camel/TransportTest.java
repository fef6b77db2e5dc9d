package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.simulator.fault.Fault;

class TransportTest {

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void vertx_http_sends_and_tells_the_same_outcomes() throws Exception {
        rig.with(c -> c.setTransport("vertx-http")).start().agreed(ANA, "slip");

        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        rig.simulator.ledger().clear();
        rig.simulator.faults().next(Fault.badGateway(503)).next(Fault.resetAfterAcceptance());
        assertThat(rig.slip(ANA).getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(rig.slip(ANA).getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(rig.requests()).hasSize(2);
        rig.simulator.faults().refuseConnections();
        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "vertx-http"})
    @DisplayName("M-4: silence is unknown after the timeout, and is asked once")
    void silence_is_unknown_after_the_timeout(String transport) throws Exception {
        rig.with(c -> c.setTransport(transport))
                .with(c -> c.setTimeout(1_000))
                .start()
                .agreed(ANA, "slip");
        rig.simulator.faults().next(Fault.silenceAfterAcceptance());

        Exchange exchange = rig.slip(ANA);

        assertThat(exchange.getException()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("unknown");
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void an_endpoint_of_ones_own_gets_body_address_and_token() throws Exception {
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wire")
                        .to("mock:wire")
                        .setBody(constant("{\"messages\":[{\"id\":\"wamid.own\"}]}"))
                        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(200));
            }
        });
        rig.with(c -> c.setTransport("direct:wire")).start().agreed(ANA, "slip");

        Exchange exchange = rig.slip(ANA);

        assertThat(header(exchange, WhatsAppPolicyConstants.WAMID)).isEqualTo("wamid.own");
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void an_endpoint_that_fails_before_a_connection_is_refused_else_unknown() throws Exception {
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wire").process(e -> {
                    throw new IOException("cut off");
                });
            }
        });
        rig.with(c -> c.setTransport("direct:wire")).start().agreed(ANA, "slip");

        assertThat(rig.slip(ANA).getException()).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    @DisplayName(
            "M-4: an endpoint that never answers keeps no exchange: when the component is stopped it ends as unknown")
    void an_endpoint_that_never_answers_is_unknown_at_the_stop() throws Exception {
        Queue<AsyncCallback> asked = new ConcurrentLinkedQueue<>();
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wire").process(new AsyncProcessorSupport() {
                    @Override
                    public boolean process(Exchange exchange, AsyncCallback callback) {
                        asked.add(callback);
                        return false;
                    }
                });
            }
        });
        rig.with(c -> c.setTransport("direct:wire"))
                .with(c -> c.setTimeout(1_000))
                .start()
                .agreed(ANA, "slip");
        CompletableFuture<Exchange> sending = CompletableFuture.supplyAsync(() -> rig.slip(ANA));
        await().atMost(SOON).until(() -> !asked.isEmpty());

        rig.component.stop();

        Exchange exchange = sending.join();
        asked.forEach(callback -> callback.done(false));
        assertThat(exchange.getException()).isInstanceOf(OutcomeUnknownException.class);
        UUID id = UUID.fromString(String.valueOf(header(exchange, WhatsAppPolicyConstants.MESSAGE_ID)));
        assertThat(rig.store().message(id))
                .hasValueSatisfying(message -> assertThat(message.state()).isEqualTo(MessageState.UNKNOWN));
    }

    @Test
    @DisplayName("promise 3: what fails after the platform answered is not taken for a connection that was refused")
    void an_endpoint_that_fails_after_the_answer_sends_nothing_twice() throws Exception {
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wire")
                        .errorHandler(noErrorHandler())
                        .to("direct:platform")
                        .process(e -> {
                            throw new IOException("audit", new ConnectException("refused"));
                        });
                from("direct:platform")
                        .errorHandler(noErrorHandler())
                        .setBody(constant("{\"messages\":[{\"id\":\"wamid.own\"}]}"))
                        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(200));
            }
        });
        rig.with(c -> c.setTransport("direct:wire")).start().agreed(ANA, "slip");

        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.WAMID)).isEqualTo("wamid.own");
    }

    @Test
    void a_transport_that_repeats_by_itself_is_refused_at_start() {
        rig.with(c -> c.setTransport("http:graph.example"));

        assertThatThrownBy(rig::start).rootCause().hasMessageContaining("automaticRetriesDisabled");
    }

    @Test
    void an_http_transport_without_repeats_is_taken() throws Exception {
        HttpComponent http = new HttpComponent();
        http.setAutomaticRetriesDisabled(true);
        rig.camel.addComponent("http", http);
        rig.with(c -> c.setTransport("http:graph.example")).start().agreed(ANA, "slip");

        assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
    }
}
