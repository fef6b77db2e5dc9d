package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BusyRoutesTest {

    private static final int PEOPLE = 40;
    private static final String SENDS = "whatsapp-policy:send?purpose=slip&template=slip_due&templateLanguage=pt_BR";

    private static String phone(int i) {
        return "55119876540" + (10 + i);
    }

    private static String delivery() {
        String messages = IntStream.range(0, PEOPLE)
                .mapToObj(i -> """
                        {"from": "%s", "id": "wamid.busy%d", "timestamp": "1774353540", "type": "text", "text": {"body": "Oi"}}""".formatted(phone(i), i))
                .collect(Collectors.joining(","));
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "2001", "changes": [{"field": "messages", "value": {
                  "messaging_product": "whatsapp",
                  "metadata": {"display_phone_number": "5511900000001", "phone_number_id": "1001"},
                  "messages": [%s]}}]}]}""".formatted(messages);
    }

    @Test
    @DisplayName("More people write at once than there are threads, and the webhook's route answers each by a send")
    void the_webhooks_route_may_send() throws Exception {
        Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
        WebhookRig hook = new WebhookRig(Rig.POLICY);
        try (Rig rig = hook.rig()) {
            hook.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from(WebhookRig.HOOK)
                            .filter(header(WhatsAppPolicyConstants.EVENT).isEqualTo("message"))
                            .setBody(constant(List.of("Ana", "amanha")))
                            .to(SENDS)
                            .process(e -> outcomes.add(e.getMessage().getHeader(WhatsAppPolicyConstants.OUTCOME)));
                }
            });
            rig.camel.getShutdownStrategy().setTimeout(1);
            IntStream.range(0, PEOPLE).forEach(i -> rig.agreed("+" + phone(i), "slip"));

            hook.post(delivery());

            await().atMost(SOON).until(() -> outcomes.size() == PEOPLE);
            assertThat(outcomes).containsOnly("accepted");
        }
    }

    @Test
    @DisplayName("More exchanges wait for a second send than there are threads after the first")
    void a_part_of_the_route_that_waits_may_send() throws Exception {
        int threads = 2;
        try (Rig rig = new Rig().with(component -> component.setCallbackThreads(threads))) {
            rig.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send")
                            .to(Rig.SEND)
                            .process(e -> e.getExchangeExtension().setTransacted(true))
                            .to(Rig.SEND);
                }
            });
            rig.camel.getShutdownStrategy().setTimeout(1);
            List<CompletableFuture<Exchange>> all = IntStream.range(0, 4 * threads)
                    .mapToObj(i -> "+" + phone(i))
                    .map(phone -> {
                        rig.agreed(phone, "slip");
                        return rig.camel.createProducerTemplate().asyncSend("direct:send", exchange -> {
                            exchange.getIn().setBody(List.of("Ana", "amanha"));
                            exchange.getIn().setHeaders(new HashMap<>(Rig.slipTo(phone)));
                        });
                    })
                    .toList();

            await().atMost(SOON).until(() -> all.stream().allMatch(CompletableFuture::isDone));
            assertThat(rig.accepted()).hasSize(8 * threads);
        }
    }
}
