package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.ledger.MessageState;

class DecisionTest {

    private static final String CHECK = "whatsapp-policy:check?purpose=reminder";
    private static final String REMINDER = "whatsapp-policy:send?purpose=reminder";

    private final Rig rig = new Rig();

    @BeforeEach
    void start() throws Exception {
        rig.start(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:continue").to(REMINDER).to("mock:after");
                        from("direct:stop")
                                .to(REMINDER + "&onDeny=stop&onDefer=stop")
                                .to("mock:after");
                        from("direct:throw")
                                .to(REMINDER + "&onDeny=throw&onDefer=throw")
                                .to("mock:after");
                    }
                })
                .agreed(ANA, "reminder");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Exchange send(String uri, String phone) {
        return rig.send(uri, List.of("Ana", "amanha"), Rig.slipTo(phone));
    }

    private int after() {
        return rig.camel.getEndpoint("mock:after", MockEndpoint.class).getReceivedCounter();
    }

    @Test
    @DisplayName("S-40: DENY is an answer, and the route goes on")
    void denies_who_never_agreed_and_the_route_goes_on() {
        Exchange exchange = send("direct:continue", BRUNO);

        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(header(exchange, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("no-consent"));
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isNull();
        assertThat(after()).isEqualTo(1);
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void stops_or_throws_when_the_endpoint_says_so() {
        send("direct:stop", BRUNO);
        Exchange thrown = send("direct:throw", BRUNO);

        assertThat(after()).isZero();
        assertThat(thrown.getException())
                .isInstanceOfSatisfying(MessageDeniedException.class, e -> assertThat(e.getReasons())
                        .containsExactly("no-consent"));
    }

    @Test
    void defers_what_a_cap_holds_and_sends_it_when_the_clock_comes_there() {
        send("direct:continue", ANA);
        Exchange exchange = send("direct:continue", ANA);

        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        Instant notBefore = exchange.getMessage().getHeader(WhatsAppPolicyConstants.NOT_BEFORE, Instant.class);
        assertThat(notBefore).isEqualTo(Rig.MORNING.plus(Duration.ofHours(24)));
        assertThat(rig.accepted()).hasSize(1);
        rig.store().moveClock(notBefore);
        rig.simulator.ledger().awaitAccepted(2, SOON);
        UUID id = UUID.fromString(exchange.getMessage().getHeader(WhatsAppPolicyConstants.MESSAGE_ID, String.class));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        rig.store().message(id).orElseThrow().state())
                .isEqualTo(MessageState.ACCEPTED));
    }

    @Test
    void a_deferred_message_throws_or_stops_when_the_endpoint_says_so_and_stays_held() {
        send("direct:continue", ANA);
        Exchange thrown = send("direct:throw", ANA);
        send("direct:stop", ANA);

        assertThat(thrown.getException()).isInstanceOf(MessageDeferredException.class);
        assertThat(after()).isEqualTo(1);
        assertThat(rig.store().nextDue()).isPresent();
    }

    @Test
    void check_tells_and_leaves_nothing_behind() {
        Exchange allowed = send(CHECK, ANA);
        Exchange denied = send(CHECK, BRUNO);

        assertThat(header(allowed, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        assertThat(header(denied, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(denied.getMessage().getHeader(WhatsAppPolicyConstants.EXPLANATION, String.class))
                .contains("no-consent")
                .doesNotContain("98765");
        assertThat(allowed.getMessage().getBody()).isEqualTo(List.of("Ana", "amanha"));
        assertThat(rig.requests()).isEmpty();
        assertThat(header(send("direct:continue", ANA), WhatsAppPolicyConstants.OUTCOME))
                .isEqualTo("accepted");
    }

    @Test
    void dry_run_decides_and_sends_nothing() {
        Exchange exchange = send(REMINDER + "&dryRun=true", ANA);

        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isNull();
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void async_takes_and_sends_in_the_background() {
        Exchange exchange = send(REMINDER + "&async=true", ANA);

        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("taken");
        assertThat(header(exchange, WhatsAppPolicyConstants.DECISION)).isNull();
        rig.simulator.ledger().awaitAccepted(1, SOON);
    }

    @Test
    void an_unknown_purpose_and_a_malformed_number_are_denied() {
        Exchange unknown = send("whatsapp-policy:send?purpose=nonsense", ANA);
        Exchange malformed = send(REMINDER, "12");

        assertThat(header(unknown, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(header(malformed, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
    }
}
