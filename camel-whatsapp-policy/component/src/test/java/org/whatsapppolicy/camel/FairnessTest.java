package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.header;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.memory.MemoryStore;

/** One sender's backlog of due messages and another's; the simulator's ledger is the judge. */
class FairnessTest {

    private static final int BACKLOG = 1_000;
    private static final int OTHERS = 200;
    private static final int LATE = 100;
    /** Of a sender at two a second six are on their way at most. */
    private static final int MORE_THAN_ARE_BEGUN = 10;

    private static final Duration LONGER_THAN_A_CLAIM = Duration.ofMinutes(30);
    private static final String SLOW = "whatsapp-policy:send?purpose=slip&sender=slow&async=true";
    private static final String FAST = "whatsapp-policy:send?purpose=slip&async=true";

    private final PolicyStore store = new MemoryStore();
    private String rate = "1";
    private int callbackThreads = 16;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        start(Rig.POLICY);
    }

    private void start(String policy) throws Exception {
        String declared =
                Rig.file("templates.yaml", "- { name: slip_due, language: pt_BR, category: utility, body: [ 1, 2 ] }");
        rig = new Rig(policy.replace("senders:\n", """
                        senders:
                          slow:
                            phoneNumberId: "1002"
                            accessToken: "{{wa.slow.token}}"
                            region: BR
                            throughput: %s
                            templates: "%s"
                        """.formatted(rate, declared)))
                .store(store)
                .with(component -> component.setCallbackThreads(callbackThreads));
        rig.properties.setProperty("wa.slow.token", "slow-token");
        rig.simulator.tokens().addFor("slow-token", "1002", "2002");
        rig.start().agreed(ANA, "slip");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** What was taken is held by a stop when another node follows, which has not sent yet. */
    private void handOver(String policy) throws Exception {
        awaitHeldByTheStop();
        rig.close();
        start(policy);
    }

    private void awaitHeldByTheStop() {
        Awaitility.await()
                .atMost(Rig.SOON)
                .until(() -> store.nextDue().orElseThrow().isAfter(store.now().plus(LONGER_THAN_A_CLAIM)));
    }

    private void take(String uri, int messages) {
        for (int i = 0; i < messages; i++) {
            assertThat(header(
                            rig.send(uri, List.of("Ana", "amanha"), Rig.slipTo(ANA)), WhatsAppPolicyConstants.OUTCOME))
                    .isEqualTo("taken");
        }
    }

    private long left(String number) {
        return rig.accepted().stream()
                .filter(entry -> entry.asked().target().equals(number))
                .count();
    }

    @Test
    @DisplayName("issue 5: a thousand due messages of a sender at one a second keep nobody else's waiting")
    void a_slow_sender_keeps_no_other_waiting() {
        take(SLOW, BACKLOG);
        take(FAST, OTHERS);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1001") == OTHERS);
        assertThat(left("1002")).isPositive().isLessThan(BACKLOG / 10);
    }

    @Test
    @DisplayName("issue 5: a sender whose token cannot be read just now keeps nobody else's waiting")
    void a_sender_without_a_token_keeps_no_other_waiting() throws Exception {
        store.controls().stop("all", "ann", "a wrong price");
        take(SLOW, 1);
        take(FAST, 1);
        handOver(Rig.POLICY);
        rig.properties.remove("wa.slow.token");

        store.controls().resume("all", "ann", "the right one is there");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1001") == 1);
        assertThat(left("1002")).isZero();
    }

    @Test
    @DisplayName(
            "issue 5: held messages of a sender leave once its token can be read, also when the first reading still hangs")
    void the_first_reading_hangs_for_good() throws Exception {
        store.controls().stop("all", "ann", "a wrong price");
        take(SLOW, 1);
        handOver(Rig.POLICY.replace("revision: 1", "revision: 2"));
        HangingVault vault = new HangingVault("wa.slow.token", "slow-token");
        rig.camel.getPropertiesComponent().addPropertiesSource(vault);
        rig.properties.remove("wa.slow.token");
        store.controls().resume("all", "ann", "the right one is there");
        Awaitility.await().atMost(Rig.SOON).until(() -> vault.asked() > 0);
        rig.properties.setProperty("wa.slow.token", "slow-token");

        rig.send(SLOW.replace("&async=true", ""), List.of("Ana", "amanha"), Rig.slipTo(ANA));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1002") == 2);
    }

    @Test
    @DisplayName("issue 5: a sender whose vault hangs keeps nobody else's waiting, and leaves when it answers")
    void a_sender_whose_vault_hangs_keeps_no_other_waiting() throws Exception {
        store.controls().stop("all", "ann", "a wrong price");
        take(SLOW, LATE);
        take(FAST, OTHERS);
        rate = "none";
        handOver(Rig.POLICY.replace("revision: 1", "revision: 2"));
        HangingVault vault = hangs();

        store.controls().resume("all", "ann", "the right one is there");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1001") == OTHERS);
        assertThat(left("1002")).isZero();
        vault.answer();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1002") == LATE);
    }

    @Test
    @DisplayName(
            "issue 5: a vault that hangs while its sender is busy stops neither that one nor another, and makes nothing UNKNOWN")
    void a_vault_that_hangs_while_its_sender_is_busy() throws Exception {
        rig.close();
        rate = "none";
        start(Rig.POLICY.replace("revision: 1", "revision: 2"));
        take(SLOW, 1);
        Awaitility.await().atMost(Rig.SOON).until(() -> left("1002") == 1);
        HangingVault vault = hangs();
        AtomicInteger late = new AtomicInteger(1);
        Awaitility.await().atMost(Rig.SOON).until(() -> {
            take(SLOW, 1);
            late.incrementAndGet();
            return vault.asked() > 0;
        });

        take(SLOW, LATE);
        take(FAST, OTHERS);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1001") == OTHERS);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1002") == LATE + late.get());
        assertThat(vault.asked()).isOne();
        vault.answer();
    }

    /** From now on the slow sender's token is read from a vault that does not answer. */
    private HangingVault hangs() {
        HangingVault vault = new HangingVault("wa.slow.token", "slow-token");
        rig.camel.getPropertiesComponent().addPropertiesSource(vault);
        rig.properties.remove("wa.slow.token");
        return vault;
    }

    @Test
    @DisplayName("S-7, S-30: of a purpose that moved to a slow sender no more is claimed than leaves soon")
    void a_purpose_that_moved_to_a_slow_sender() throws Exception {
        store.controls().stop("all", "ann", "a wrong price");
        take(FAST, BACKLOG);
        handOver(Rig.POLICY
                .replace("revision: 1", "revision: 2")
                .replace("slip:\n    sender: billing", "slip:\n    sender: slow"));

        store.controls().resume("all", "ann", "the right one is there");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1002") >= 3);
        assertThat(store.claimDue(BACKLOG, Duration.ofMinutes(1))).hasSizeGreaterThan(BACKLOG / 2);
        assertThat(left("1001")).isZero();
    }

    @Test
    @DisplayName("issue 5: a sender that answers late keeps nobody else's waiting while connections are free")
    void a_sender_that_answers_late_keeps_no_other_waiting() throws Exception {
        store.controls().stop("all", "ann", "a wrong price");
        take(FAST, LATE);
        handOver(Rig.POLICY);
        AtomicInteger underWay = new AtomicInteger();
        rig.simulator
                .faults()
                .when(
                        asked -> asked.target().equals("1001") && underWay.incrementAndGet() > 0,
                        LATE,
                        Fault.slow(Duration.ofSeconds(15)));
        store.controls().resume("all", "ann", "the right one is there");
        Awaitility.await().atMost(Rig.SOON).until(() -> underWay.get() > LATE / 3);
        take(SLOW, 1);

        Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> left("1002") == 1);
    }

    @Test
    @DisplayName(
            "S-30: as many slow steps of routes as there are threads for them keep no held message of a sender with a rate")
    void slow_steps_of_routes_keep_no_held_message() throws Exception {
        rig.close();
        rate = "2";
        callbackThreads = 1;
        start(Rig.POLICY.replace("revision: 1", "revision: 2"));
        store.controls().stop("all", "ann", "a wrong price");
        take(SLOW, MORE_THAN_ARE_BEGUN);
        awaitHeldByTheStop();
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow-step").to(FAST).process(exchange -> {
                    hangs.countDown();
                    over.await();
                });
            }
        });
        try {
            CompletableFuture<Exchange> unused = rig.camel
                    .createProducerTemplate()
                    .asyncSend("direct:slow-step", exchange -> {
                        exchange.getIn().setBody(List.of("Ana", "amanha"));
                        exchange.getIn().setHeaders(new HashMap<>(Rig.slipTo(ANA)));
                    });
            assertThat(hangs.await(Rig.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

            store.controls().resume("all", "ann", "the right one is there");

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1002") == MORE_THAN_ARE_BEGUN);
        } finally {
            over.countDown();
        }
    }

    @Test
    @DisplayName("S-30: and it goes on at its own rate meanwhile")
    void the_slow_one_goes_on_at_its_rate() {
        take(SLOW, BACKLOG / 10);
        long before = left("1002");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left("1002") >= before + 5);
    }
}
