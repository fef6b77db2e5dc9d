package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.store.Admission;

@DisplayName(
        "A component that is stopped and started again under running routes goes on, and several stand beside one another")
class RestartTest {

    private static final String WROTE = """
            {"object":"whatsapp_business_account","entry":[{"id":"2001","changes":[{"field":"messages","value":
            {"messaging_product":"whatsapp","metadata":{"display_phone_number":"5511900000001","phone_number_id":"1001"},
            "messages":[{"from":"5511987654321","id":"wamid.%s","timestamp":"1774353600","type":"text",
            "text":{"body":"Oi"}}]}}]}]}""";

    private final Queue<Exchange> got = new ConcurrentLinkedQueue<>();

    private static int posted(WebhookRig hook, String wamid) {
        byte[] body = WROTE.formatted(wamid).getBytes(StandardCharsets.UTF_8);
        return hook.answer(body, WebhookRig.signature(body), Map.of());
    }

    @Test
    void what_listens_and_sends_goes_on() throws Exception {
        WebhookRig hook = new WebhookRig(Rig.POLICY);
        try (Rig rig = hook.rig()) {
            hook.start();
            rig.agreed(ANA, "slip");
            assertThat(posted(hook, "A")).isEqualTo(200);
            hook.taken(1);

            rig.component.stop();
            assertThat(posted(hook, "B")).isEqualTo(503);
            rig.component.start();

            assertThat(posted(hook, "B")).isEqualTo(200);
            hook.taken(2);
            assertThat(header(rig.slip(ANA), WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
            assertThat(mbeans(rig, "PolicyControl*")).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("M-8: what is told and answered 200 while it stops is for the route, too, when it was started again")
    void what_is_told_while_it_stops_is_kept() throws Exception {
        WebhookRig hook = new WebhookRig(Rig.POLICY);
        try (Rig rig = hook.rig()) {
            hook.start();
            rig.agreed(ANA, "slip");
            rig.simulator.faults().next(Fault.slow(Duration.ofSeconds(2)));
            CompletableFuture<Exchange> slow = CompletableFuture.supplyAsync(() -> rig.slip(ANA));
            await().atMost(SOON).until(() -> !rig.requests().isEmpty());

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(rig.component::stop);
            await().atMost(SOON).until(() -> stopsServing(rig));
            assertThat(posted(hook, "A")).isEqualTo(200);
            assertThat(stopped).isNotDone();
            assertThat(slow.join().getException()).isNull();
            stopped.join();
            rig.component.start();

            hook.taken(1);
        }
    }

    @Test
    @DisplayName("M-8: what is told under a suspended route waits for it, also when it was started again meanwhile")
    void what_is_told_under_a_suspended_route_is_kept() throws Exception {
        WebhookRig hook = new WebhookRig(Rig.POLICY);
        try (Rig rig = hook.rig()) {
            hook.start();
            String route = rig.camel.getRoutes().stream()
                    .filter(one -> one.getEndpoint().getEndpointUri().contains("webhook"))
                    .map(one -> one.getRouteId())
                    .findFirst()
                    .orElseThrow();
            rig.camel.getRouteController().suspendRoute(route);

            rig.component.stop();
            rig.component.start();

            assertThat(posted(hook, "A")).isEqualTo(200);
            assertThat(hook.events("message")).isEmpty();
            rig.camel.getRouteController().resumeRoute(route);
            hook.taken(1);
        }
    }

    private static final String TAKE = Rig.SEND + "&async=true";

    private static void leaves(Rig rig, int all) {
        rig.send(TAKE, List.of("Ana", "amanha"), Rig.slipTo(ANA));
        await().atMost(SOON).until(() -> rig.accepted().size() == all);
    }

    @Test
    @DisplayName("what is held leaves again when a stop of the context was broken off")
    void what_is_held_leaves_after_a_stop_that_was_none() throws Exception {
        try (Rig rig = new Rig()) {
            rig.start().agreed(ANA, "slip");
            List<LifecycleStrategy> told = rig.camel.getLifecycleStrategies();

            for (LifecycleStrategy one : told) {
                one.onContextStopping(rig.camel);
            }
            for (LifecycleStrategy one : told) {
                one.onContextStarted(rig.camel);
            }

            leaves(rig, 1);
        }
    }

    @Test
    @DisplayName("what is held leaves when the component is started again while the context resumes")
    void what_is_held_leaves_in_a_context_that_resumes() throws Exception {
        try (Rig rig = new Rig()) {
            RoutePolicy restart = new RoutePolicySupport() {
                @Override
                public void onResume(Route route) {
                    rig.component.stop();
                    rig.component.start();
                }
            };
            rig.start(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("seda:orders").routePolicy(restart).to(Rig.SEND);
                        }
                    })
                    .agreed(ANA, "slip");
            rig.camel.suspend();
            rig.camel.resume();

            leaves(rig, 1);
        }
    }

    @Test
    void what_reads_events_and_takes_requests_of_others_goes_on() throws Exception {
        try (Rig rig = new Rig()) {
            rig.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("whatsapp-policy:events?subscriber=crm&types=consent")
                            .process(exchange -> got.add(exchange.copy()));
                    from("direct:hook").to(WebhookRig.HOOK);
                }
            });
            rig.agreed(ANA, "slip");
            await().atMost(SOON).until(() -> got.size() == 1);

            rig.component.stop();
            rig.component.start();

            rig.agreed(ANA, "reminder");
            await().atMost(SOON).until(() -> got.size() == 2);
            byte[] body = WROTE.formatted("A").getBytes(StandardCharsets.UTF_8);
            Exchange taken = rig.send(
                    "direct:hook",
                    body,
                    Map.of(Exchange.HTTP_METHOD, "POST", "X-Hub-Signature-256", WebhookRig.signature(body)));
            assertThat(header(taken, Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp-policy:consent?action=withdraw", "whatsapp-policy:optOut"})
    @DisplayName("S-21: who waits for a request of another node when it is stopped is told that it may still begin")
    void who_waits_is_told(String uri) throws Exception {
        try (Rig rig = new Rig()) {
            rig.start().agreed(ANA, "slip");
            decidedElsewhere(rig);
            CompletableFuture<Exchange> withdrawal = CompletableFuture.supplyAsync(() -> rig.send(
                    uri,
                    "STOP",
                    Map.of(WhatsAppPolicyConstants.RECIPIENT, ANA, WhatsAppPolicyConstants.SOURCE, "crm")));
            await().atMost(SOON).until(() -> !rig.store()
                    .lookup(rig.recipient(ANA), Duration.ZERO)
                    .consents()
                    .optOuts()
                    .isEmpty());

            rig.component.stop();

            assertThat(withdrawal.join().getException())
                    .isInstanceOf(OptOutUnderWayException.class)
                    .hasMessageContaining("recorded");
        }
    }

    /** Another node on the same store is about to write to Ana; the store's clock stands still, and it stays so. */
    private static void decidedElsewhere(Rig rig) {
        SendRequest request = rig.slipRequest(ANA);
        List<Admission> decided = rig.store()
                .decide(List.of(request), rig.component.service().policy().engine());
        assertThat(decided).singleElement().isInstanceOfSatisfying(Admission.Decided.class, one -> assertThat(
                        one.sendBefore())
                .isNotNull());
    }

    @Test
    void two_in_a_context_are_told_apart() throws Exception {
        try (Rig rig = new Rig();
                Rig lender = new Rig()) {
            WhatsAppPolicyComponent second = new WhatsAppPolicyComponent(rig.camel);
            second.setPolicy(rig.component.getPolicy());
            second.setBaseUri(rig.component.getBaseUri());
            second.setStore(lender.start().store());
            rig.camel.addComponent("wa-second", second);
            rig.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to(Rig.SEND);
                    from("direct:other").to(Rig.SEND.replace("whatsapp-policy:", "wa-second:"));
                }
            });

            assertThat(HealthCheckRegistry.get(rig.camel).getCheckIDs())
                    .contains("whatsapp-policy", "whatsapp-policy-wa-second");
            assertThat(List.of(mbeans(rig, "PolicyControl*"), mbeans(rig, "LedgerUpkeep*")))
                    .containsExactly(2, 2);
            second.stop();
            assertThat(List.of(mbeans(rig, "PolicyControl"), mbeans(rig, "PolicyControl*")))
                    .containsExactly(1, 1);
        }
    }

    /** Whether all that depends on it was told that it stops. */
    private static boolean stopsServing(Rig rig) {
        try {
            return rig.component.service() == null;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static int mbeans(Rig rig, String name) throws Exception {
        String pattern = "org.apache.camel:context=" + rig.camel.getManagementName() + ",type=services,name=" + name;
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName(pattern), null)
                .size();
    }
}
