package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.Scope;

@DisplayName("A route that is suspended gets nothing and misses nothing")
class SuspendTest {

    private final Queue<Exchange> got = new ConcurrentLinkedQueue<>();

    @Test
    void of_the_webhook_while_opt_outs_are_heard() throws Exception {
        WebhookRig hook = new WebhookRig(Rig.POLICY);
        try (Rig rig = hook.rig()) {
            hook.start();
            rig.agreed(ANA, "slip");
            String route = rig.camel.getRoutes().stream()
                    .filter(one -> one.getEndpoint().getEndpointUri().contains("webhook"))
                    .map(one -> one.getRouteId())
                    .findFirst()
                    .orElseThrow();
            rig.camel.getRouteController().suspendRoute(route);

            rig.simulator.people().person(ANA).writes("STOP");

            await().atMost(SOON)
                    .until(() ->
                            rig.store().lookup(rig.recipient(ANA), Duration.ofDays(1)).consents().optOuts().stream()
                                    .anyMatch(optOut -> optOut.scope().equals(Scope.ALL)));
            assertThat(hook.events("message")).isEmpty();
            rig.camel.getRouteController().resumeRoute(route);
            hook.taken(1);
            assertThat(hook.events("message")).hasSize(1);
        }
    }

    @Test
    void of_events() throws Exception {
        try (Rig rig = new Rig()) {
            rig.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to(Rig.SEND);
                    from("whatsapp-policy:events?subscriber=crm&types=consent")
                            .routeId("crm")
                            .process(exchange -> got.add(exchange.copy()));
                }
            });
            rig.agreed(ANA, "slip");
            await().atMost(SOON).until(() -> got.size() == 1);
            operate(rig, "crm", "suspend");
            rig.agreed(ANA, "reminder");
            assertThat(rig.store().feed().lead("crm", "another node", Duration.ofSeconds(1)))
                    .as("another node may read on")
                    .isTrue();
            rig.store().feed().leave("crm", "another node");
            assertThat(got).hasSize(1);
            operate(rig, "crm", "resume");
            await().atMost(SOON).until(() -> got.size() == 2);
        }
    }

    /** As an operator does it, by the route's MBean. */
    private static void operate(Rig rig, String route, String operation) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(
                "org.apache.camel:context=" + rig.camel.getManagementName() + ",type=routes,name=\"" + route + "\"");
        server.invoke(name, operation, new Object[0], new String[0]);
    }
}
