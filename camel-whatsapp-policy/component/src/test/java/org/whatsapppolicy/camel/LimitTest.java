package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.store.memory.MemoryStore;

/** M-7, with real time: the ledger's times are the judge. */
class LimitTest {

    private final List<Rig> rigs = new ArrayList<>();

    @AfterEach
    void stop() {
        rigs.forEach(Rig::close);
    }

    private Rig rig(String limit) throws Exception {
        Rig rig = new Rig(Rig.POLICY.replace("throughput: none", limit)).store(new MemoryStore());
        rigs.add(rig);
        return rig.start().agreed(ANA, "slip");
    }

    private static CompletableFuture<Exchange> later(Rig rig, String phone, int priority) {
        Exchange exchange = new DefaultExchange(rig.camel);
        exchange.getIn().setBody(List.of("Ana", "amanha"));
        Map<String, Object> headers = new HashMap<>(Rig.slipTo(phone));
        headers.put(WhatsAppPolicyConstants.PRIORITY, priority);
        exchange.getIn().setHeaders(headers);
        return rig.camel.createProducerTemplate().asyncSend("direct:send", exchange);
    }

    @Test
    void ten_a_second_are_never_more_and_nothing_is_lost() throws Exception {
        Rig rig = rig("throughput: 10");
        List<CompletableFuture<Exchange>> sends = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            sends.add(later(rig, ANA, 0));
        }
        for (CompletableFuture<Exchange> send : sends) {
            assertThat(header(send.get(SOON.toSeconds(), TimeUnit.SECONDS), WhatsAppPolicyConstants.OUTCOME))
                    .isEqualTo("accepted");
        }
        List<Instant> times =
                rig.accepted().stream().map(e -> e.asked().at()).sorted().toList();
        Duration took = Duration.between(times.get(0), times.get(times.size() - 1));
        assertThat(took).isGreaterThan(Duration.ofMillis(1_200));
    }

    @Test
    void what_is_denied_leaves_at_once_and_does_not_wait_for_tokens() throws Exception {
        Rig rig = rig("throughput: 1");
        List<CompletableFuture<Exchange>> allowed = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            allowed.add(later(rig, ANA, 0));
        }
        List<CompletableFuture<Exchange>> denied = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            denied.add(later(rig, BRUNO, 0));
        }
        for (CompletableFuture<Exchange> one : denied) {
            assertThat(header(one.get(SOON.toSeconds(), TimeUnit.SECONDS), WhatsAppPolicyConstants.DECISION))
                    .isEqualTo("DENY");
        }
        assertThat(allowed.stream().filter(CompletableFuture::isDone).count()).isLessThan(12);
        // Nobody needs the rest.
        rig.camel.getShutdownStrategy().setTimeout(1);
    }

    @Test
    @DisplayName("S-29: past maxWait the purpose decides")
    void past_the_longest_wait_the_message_is_held() throws Exception {
        List<CompletableFuture<Exchange>> sends = new ArrayList<>();
        Rig impatient = new Rig(Rig.POLICY
                        .replace("throughput: none", "throughput: 1")
                        .replace("consent: opt-in\n    caps: none", "consent: opt-in\n    maxWait: 1s\n    caps: none"))
                .store(new MemoryStore());
        rigs.add(impatient);
        impatient.start().agreed(ANA, "slip");
        for (int i = 0; i < 5; i++) {
            sends.add(later(impatient, ANA, 0));
        }
        int held = 0;
        for (CompletableFuture<Exchange> send : sends) {
            Exchange exchange = send.get(SOON.toSeconds(), TimeUnit.SECONDS);
            if ("DEFER".equals(header(exchange, WhatsAppPolicyConstants.DECISION))) {
                assertThat(header(exchange, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("throughput"));
                held++;
            }
        }
        assertThat(held).isPositive();
        impatient.simulator.ledger().awaitAccepted(5, SOON);
    }

    @Test
    void higher_priority_goes_first() throws Exception {
        Rig rig = rig("throughput: 4");
        List<CompletableFuture<Exchange>> sends = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sends.add(later(rig, ANA, 0));
        }
        CompletableFuture<Exchange> urgent = later(rig, ANA, 9);
        String wamid = urgent.get(SOON.toSeconds(), TimeUnit.SECONDS)
                .getMessage()
                .getHeader(WhatsAppPolicyConstants.WAMID, String.class);
        CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)).get(SOON.toSeconds(), TimeUnit.SECONDS);

        List<String> order = rig.accepted().stream().map(LedgerEntry::wamid).toList();
        assertThat(order.indexOf(wamid)).isLessThan(8);
    }
}
