package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.ledger.MessageState;

/** S-14: what an outside system says counts at the moment of the decision, also of a message that waited. */
class OutsideConsentTest {

    private static final String ASKED = Rig.POLICY.replace(
            "consent: opt-in\n    caps: [ \"1/24h\" ]",
            "consent: { kind: opt-in, from: \"direct:crm\", maxAge: 30m }\n    caps: [ \"1/24h\" ]");

    private final Rig rig = new Rig(ASKED);
    private final Queue<Exchange> outcomes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<AsyncCallback> unanswered = new ConcurrentLinkedQueue<>();
    private volatile boolean agrees = true;
    private volatile boolean answers = true;

    @BeforeEach
    void start() throws Exception {
        rig.start(routes());
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:crm").process(new AsyncProcessorSupport() {
                    @Override
                    public boolean process(Exchange exchange, AsyncCallback callback) {
                        asked.incrementAndGet();
                        exchange.getMessage().setBody(agrees);
                        if (answers) {
                            callback.done(true);
                        } else {
                            unanswered.add(callback);
                        }
                        return answers;
                    }
                });
                from("direct:send").to("whatsapp-policy:send?purpose=reminder");
                from("whatsapp-policy:events?subscriber=crm&types=outcome").process(e -> outcomes.add(e.copy()));
            }
        };
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("Who waits for an answer that never comes is told when the component is stopped")
    void no_answer_at_the_stop() throws Exception {
        answers = false;
        CompletableFuture<Exchange> check = CompletableFuture.supplyAsync(
                () -> rig.send("whatsapp-policy:check?purpose=reminder", List.of("Ana", "amanha"), Rig.slipTo(ANA)));
        await().atMost(SOON).until(() -> !unanswered.isEmpty());

        rig.component.stop();

        assertThat(check.join().getException()).isNotNull();
        unanswered.forEach(callback -> callback.done(false));
    }

    private Exchange reminder() {
        return rig.send("direct:send", List.of("Ana", "amanha"), Map.copyOf(Rig.slipTo(ANA)));
    }

    @Test
    @DisplayName("A message that is due is asked about again: who took consent back outside meanwhile does not get it")
    void asked_again_when_due() {
        assertThat(header(reminder(), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        assertThat(header(reminder(), WhatsAppPolicyConstants.DECISION)).isEqualTo("DEFER");
        assertThat(asked.get()).isEqualTo(2);
        agrees = false;
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofHours(25)));
        await().atMost(SOON).until(() -> outcomes.stream()
                .anyMatch(e -> "denied".equals(header(e, WhatsAppPolicyConstants.OUTCOME))
                        && List.of("consent-outside-refused").equals(header(e, WhatsAppPolicyConstants.REASONS))));
        assertThat(asked.get()).isEqualTo(3);
        assertThat(rig.accepted()).hasSize(1);
    }

    @Test
    @DisplayName(
            "A message that became due while nobody ran is asked about when the route that answers runs, and not before")
    void asked_when_the_routes_run() throws Exception {
        assertThat(header(reminder(), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
        UUID held = UUID.fromString(String.valueOf(header(reminder(), WhatsAppPolicyConstants.MESSAGE_ID)));
        rig.camel.stop();
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofHours(25)));
        try (Rig next = new Rig(ASKED)) {
            next.camel.getComponent("direct", DirectComponent.class).setBlock(false);
            // Camel tells this when the components run and the routes do not: a start that takes its time.
            next.camel.addStartupListener((context, already) -> {
                boolean unused = new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            });
            next.store(rig.store()).start(routes());
            await().atMost(SOON).until(() -> Set.of(MessageState.ACCEPTED, MessageState.DENIED)
                    .contains(state(held)));
            assertThat(state(held)).isEqualTo(MessageState.ACCEPTED);
            assertThat(next.accepted()).hasSize(1);
        }
    }

    private MessageState state(UUID message) {
        return rig.store().message(message).orElseThrow().state();
    }
}
