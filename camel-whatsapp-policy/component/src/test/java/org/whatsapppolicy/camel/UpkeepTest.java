package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SOON;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.upkeep.LedgerUpkeep;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.memory.MemoryStore;

@DisplayName("S-47: what is past its retention is taken away")
class UpkeepTest {

    private final List<Exchange> archived = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean refuses;
    private volatile boolean rollsBack;
    private volatile Runnable slowly = () -> {};
    private Rig rig = new Rig(Rig.POLICY + "retention: { payload: 7d, decisions: 100d }\n");

    @AfterEach
    void stop() {
        rig.close();
    }

    private void start() throws Exception {
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to(Rig.SEND);
                from("direct:archive").process(UpkeepTest.this::archive);
            }
        });
        rig.agreed(ANA, "slip").agreed(BRUNO, "slip");
    }

    private void archive(Exchange exchange) {
        slowly.run();
        if (!refuses) {
            archived.add(exchange.copy());
            return;
        }
        refused.incrementAndGet();
        if (!rollsBack) {
            throw new IllegalStateException("the archive is full");
        }
        exchange.setRollbackOnly(true);
    }

    private LedgerUpkeep upkeep() {
        return Objects.requireNonNull(rig.camel.hasService(LedgerUpkeep.class));
    }

    private UUID sent(String phone) {
        Exchange sent = rig.slip(phone);
        return UUID.fromString(String.valueOf(sent.getMessage().getHeader(WhatsAppPolicyConstants.MESSAGE_ID)));
    }

    private void itIs(int days) {
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofDays(days)));
        upkeep().runSoon();
    }

    private boolean gone(UUID message) {
        return rig.store().message(message).isEmpty();
    }

    @Test
    void after_the_times_of_the_document() throws Exception {
        start();
        UUID message = sent(ANA);
        itIs(7);
        await().atMost(SOON).until(() -> upkeep().getErasedPayloads() == 1);
        assertThat(gone(message)).isFalse();
        itIs(100);
        await().atMost(SOON).until(() -> gone(message));
        assertThat(upkeep().getRemovedMessages()).isOne();
    }

    @Test
    @DisplayName("S-38: what was sent and never delivered ends when its time to live is over")
    void what_was_never_delivered_ends() throws Exception {
        start();
        UUID message = sent(ANA);
        Inbox.Report report = new Inbox.Report(message, MessageState.SENT, "wamid.1", 0);
        rig.store()
                .inbox()
                .receive(List.of(new Inbox.Receipt("s:1", "status", rig.recipient(ANA), null, null, report, null)));
        itIs(31);
        await().atMost(SOON)
                .until(() -> rig.store().message(message).orElseThrow().state() == MessageState.EXPIRED);
    }

    @Test
    void once_the_archive_took_it() throws Exception {
        rig.with(component -> component.setArchiveTo("direct:archive"));
        start();
        UUID ana = sent(ANA);
        UUID bruno = sent(BRUNO);
        itIs(100);
        await().atMost(SOON).until(() -> gone(ana) && gone(bruno));

        assertThat(archived)
                .extracting(exchange -> exchange.getMessage().getHeader(WhatsAppPolicyConstants.ARCHIVED))
                .containsExactly("payload", "decision");
        Exchange decisions = archived.get(1);
        assertThat(decisions.getMessage().getHeader(WhatsAppPolicyConstants.ARCHIVED_COUNT))
                .isEqualTo(2);
        String lines = decisions.getMessage().getBody(String.class);
        assertThat(lines.lines()
                        .map(Json::object)
                        .map(line -> String.valueOf(Objects.requireNonNull(line).get("id"))))
                .containsExactlyInAnyOrder(ana.toString(), bruno.toString());
        assertThat(lines).contains("\"state\":\"ACCEPTED\"", "\"policyHash\":").doesNotContain("987654321");
        assertThat(archived.get(0).getMessage().getBody(String.class)).contains("slip_due");
    }

    @Test
    void with_its_payload_when_that_would_be_kept_for_longer() throws Exception {
        rig.close();
        rig = new Rig(Rig.POLICY + "retention: { payload: 200d, decisions: 100d }\n");
        rig.with(component -> component.setArchiveTo("direct:archive"));
        start();
        UUID message = sent(ANA);
        itIs(100);
        await().atMost(SOON).until(() -> gone(message));

        assertThat(archived)
                .extracting(exchange -> exchange.getMessage().getHeader(WhatsAppPolicyConstants.ARCHIVED))
                .containsExactly("payload", "decision");
        assertThat(archived.get(0).getMessage().getBody(String.class)).contains("slip_due");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void and_stays_when_the_archive_does_not_take_it(boolean quietly) throws Exception {
        rig.with(component -> component.setArchiveTo("direct:archive"));
        refuses = true;
        rollsBack = quietly;
        start();
        UUID message = sent(ANA);
        itIs(100);
        // It is asked again when the first time is over.
        await().atMost(SOON).until(() -> {
            upkeep().runSoon();
            return refused.get() > 3;
        });
        assertThat(upkeep().getErasedPayloads()).isZero();
        assertThat(gone(message)).isFalse();

        refuses = false;
        await().atMost(SOON).until(() -> {
            upkeep().runSoon();
            return gone(message);
        });
        assertThat(archived)
                .extracting(exchange -> exchange.getMessage().getHeader(WhatsAppPolicyConstants.ARCHIVED))
                .containsExactly("payload", "decision");
    }

    @Test
    void every_kind_has_its_turn() throws Exception {
        Set<String> turns = ConcurrentHashMap.newKeySet();
        rig.store(watched(PolicyStore.class, new MemoryStore(StoreOptions.DEFAULTS.frozenAt(Rig.MORNING)), turns));
        start();
        upkeep().runSoon();

        await().atMost(SOON).untilAsserted(() -> assertThat(turns)
                .contains("Feed.forget", "Inbox.forget", "look PAYLOAD", "look DECISION", "look KEY"));
    }

    /** The same, which writes down what is forgotten and what is looked at. */
    private static <T> T watched(Class<T> kind, T real, Set<String> turns) {
        return kind.cast(Proxy.newProxyInstance(
                UpkeepTest.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (method.getName().equals("forget")) {
                        turns.add(kind.getSimpleName() + ".forget");
                    } else if (method.getName().equals("look")) {
                        turns.add("look " + arguments[0]);
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return switch (method.getName()) {
                            case "feed" -> watched(Feed.class, (Feed) result, turns);
                            case "inbox" -> watched(Inbox.class, (Inbox) result, turns);
                            case "upkeep" -> watched(Upkeep.class, (Upkeep) result, turns);
                            default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void and_by_no_node_that_is_stopped_while_the_archive_takes_its_time() throws Exception {
        rig.with(component -> component.setArchiveTo("direct:archive"));
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        slowly = () -> {
            asked.countDown();
            // Does not hear that it is interrupted, as a disk does not.
            slow.join();
        };
        start();
        LedgerUpkeep upkeep = upkeep();
        sent(ANA);
        itIs(7);
        assertThat(asked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        rig.component.stop();
        slow.complete(null);
        await().atMost(SOON).until(this::noTurnIsUnderWay);

        assertThat(rig.store().upkeep().lead("another node", Duration.ofMinutes(10)))
                .isTrue();
        assertThat(upkeep.getErasedPayloads()).isZero();
    }

    @Test
    @DisplayName("S-7: a node that cannot read the document in force leaves the upkeep to one that can")
    void and_by_no_node_that_does_not_know_for_how_long() throws Exception {
        start();
        sent(ANA);
        itIs(7);
        await().atMost(SOON).until(() -> upkeep().isLeading());
        String unread = Rig.POLICY
                .replace("revision: 1", "revision: 9")
                .replace("account: \"2001\"", "account: \"{{wa.known.elsewhere}}\"");
        rig.store()
                .activate(
                        new PolicyDocumentReader()
                                .readProven("another", unread, given -> given.replace("{{wa.token}}", "first-token")
                                        .replace("{{wa.known.elsewhere}}", "2001")),
                        "another node");

        upkeep().runSoon();

        await().atMost(SOON).until(() -> rig.store().upkeep().lead("another node", Duration.ofMinutes(10)));
        assertThat(upkeep().isLeading()).isFalse();
    }

    private boolean noTurnIsUnderWay() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(
                        name -> name.contains("(" + rig.camel.getName() + ")") && name.contains("WhatsAppPolicyStore"));
    }

    @Test
    void by_one_node_at_a_time() throws Exception {
        start();
        rig.store().upkeep().lead("another node", Duration.ofMinutes(1));
        UUID message = sent(ANA);
        rig.store().moveClock(Rig.MORNING.plus(Duration.ofDays(100)));
        rig.store().upkeep().lead("another node", Duration.ofMinutes(1));
        upkeep().runSoon();
        rig.slip(BRUNO);
        assertThat(upkeep().isLeading()).isFalse();
        assertThat(gone(message)).isFalse();

        rig.store().upkeep().leave("another node");
        await().atMost(SOON).until(() -> {
            upkeep().runSoon();
            return gone(message);
        });
    }
}
