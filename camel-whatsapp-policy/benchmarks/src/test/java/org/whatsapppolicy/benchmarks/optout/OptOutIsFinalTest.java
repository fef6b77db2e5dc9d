package org.whatsapppolicy.benchmarks.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;
import org.whatsapppolicy.benchmarks.chaos.wire.Moment;
import org.whatsapppolicy.camel.WhatsAppPolicyConstants;
import org.whatsapppolicy.policy.address.RecipientReader;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/**
 * Promise 1: three nodes send from throttles and from the outbox while people type STOP. The wire tells which was written
 * first, the first byte of a request or the 200; the platform's ledger tells what was accepted.
 */
class OptOutIsFinalTest {

    private static final int NODES = 3;
    private static final int PEOPLE = 120;
    private static final int MESSAGES = 8;
    private static final int PER_SECOND = 40;
    private static final Duration SOON = Duration.ofSeconds(60);
    /** What S-21 allows to a process that is stopped between its last look at the clock and the write. */
    private static final long ALLOWED = TimeUnit.MILLISECONDS.toNanos(50);

    private final Random random = new Random(4);
    private final List<String> people =
            IntStream.range(0, PEOPLE).mapToObj(i -> "+" + (5511960000000L + i)).toList();
    private final Path directory;

    OptOutIsFinalTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /**
     * @param told when the STOP was first delivered
     * @param receipt when the 200 to it was written
     * @param requests when each request to the person was begun
     */
    private record Fate(Moment told, Moment receipt, List<Moment> requests) {

        List<Long> lateMillis() {
            return requests.stream()
                    .filter(at -> at.order() > receipt.order() && at.nanos() - receipt.nanos() > ALLOWED)
                    .map(at -> TimeUnit.NANOSECONDS.toMillis(at.nanos() - receipt.nanos()))
                    .toList();
        }

        /** Whether a request was begun while the STOP was on its way. */
        boolean close() {
            return requests.stream().anyMatch(at -> at.order() > told.order() && at.order() < receipt.order());
        }
    }

    @Test
    @DisplayName("S-21: after the 200 to a STOP no request to that person begins, on any node")
    void no_request_begins_after_the_receipt() throws Exception {
        try (Cluster cluster = new Cluster(directory, NODES, PER_SECOND)) {
            everybodyAgreed(cluster);
            List<CompletableFuture<Exchange>> sends = sendToAll(cluster);
            Map<String, String> stops = peopleStop(cluster);
            await().atMost(SOON).until(() -> stops.values().stream().allMatch(id -> receipt(cluster, id) != null));
            CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            await().atMost(SOON).until(() -> {
                Map<String, Integer> states = cluster.states();
                return !states.containsKey("HELD") && !states.containsKey("SENDING");
            });

            Map<String, Fate> fates = fates(cluster, stops);
            assertThat(fates.values().stream().flatMap(fate -> fate.lateMillis().stream()))
                    .as("requests so many milliseconds after the receipt")
                    .isEmpty();
            // What follows shows that there was something to get wrong.
            assertThat(cluster.states().get("DENIED")).isGreaterThan(PEOPLE);
            assertThat(cluster.simulator.ledger().acceptedCount()).isGreaterThan(PEOPLE);
            assertThat(fates.values().stream().filter(Fate::close)).hasSizeGreaterThan(PEOPLE / 20);
        }
    }

    private void everybodyAgreed(Cluster cluster) {
        RecipientReader reader = new RecipientReader();
        try (PolicyStore store = cluster.store()) {
            Evidence form =
                    new Evidence(store.now().minus(Duration.ofDays(1)), "signup", null, "terms-3", "pt", "form-1");
            store.record(people.stream()
                    .map(phone ->
                            new PersonAct(reader.read(phone, "BR"), new ConsentAct.Granted(Grant.of("slip", form))))
                    .toList());
        }
    }

    /** Half of it waits in the throttles of the nodes, half in the outbox; the same person's on several nodes. */
    private List<CompletableFuture<Exchange>> sendToAll(Cluster cluster) {
        List<ProducerTemplate> templates = IntStream.range(0, NODES)
                .mapToObj(node -> cluster.node(node).createProducerTemplate())
                .toList();
        List<String> letters = new ArrayList<>();
        people.forEach(phone -> letters.addAll(Collections.nCopies(MESSAGES, phone)));
        Collections.shuffle(letters, random);
        List<CompletableFuture<Exchange>> sends = new ArrayList<>();
        for (String phone : letters) {
            int node = random.nextInt(NODES);
            String way = random.nextBoolean() ? "direct:send" : "direct:take";
            sends.add(templates.get(node).asyncSend(way, letter(cluster.node(node), phone)));
        }
        return sends;
    }

    private Exchange letter(CamelContext camel, String phone) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getIn().setBody(List.of("Ana"));
        exchange.getIn().setHeader(WhatsAppPolicyConstants.RECIPIENT, phone);
        exchange.getIn().setHeader(WhatsAppPolicyConstants.TEMPLATE, "slip_due");
        exchange.getIn().setHeader(WhatsAppPolicyConstants.TEMPLATE_LANGUAGE, "pt_BR");
        exchange.getIn().setHeader(WhatsAppPolicyConstants.SENDER, "s" + random.nextInt(NODES));
        return exchange;
    }

    /** Each types it once, to one number or another, while the sends are under way. Returns the ids of what they typed. */
    private Map<String, String> peopleStop(Cluster cluster) {
        List<String> order = new ArrayList<>(people);
        Collections.shuffle(order, random);
        Map<String, String> stops = new HashMap<>();
        for (String phone : order) {
            // However fast the machine is: while messages go.
            cluster.simulator.ledger().awaitAccepted(2L * stops.size(), SOON);
            String number = Cluster.id(random.nextInt(NODES));
            stops.put(
                    phone, cluster.simulator.people().person(phone).chat(number).writes("STOP"));
        }
        return stops;
    }

    /** What was on the wire of the STOP with that id, in order, as far as it was answered. */
    private static Stream<Cluster.Answered> deliveries(Cluster cluster, String wamid) {
        // In JSON as the platform writes it.
        String written = wamid.replace("/", "\\/");
        return cluster.webhooks.stream().filter(one -> one.delivery().text().contains(written));
    }

    private static @Nullable Moment receipt(Cluster cluster, String wamid) {
        return deliveries(cluster, wamid)
                .filter(one -> one.answer().status() == 200)
                .map(one -> one.answer().begun())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Fate> fates(Cluster cluster, Map<String, String> stops) {
        Map<String, List<Moment>> requests = new HashMap<>();
        stops.keySet().forEach(phone -> requests.put(phone, new ArrayList<>()));
        for (HttpMessage request : cluster.requests) {
            String text = request.text();
            int at = text.indexOf("\"to\":\"");
            if (at >= 0) {
                Objects.requireNonNull(requests.get(text.substring(at + 6, text.indexOf('"', at + 6))))
                        .add(request.begun());
            }
        }
        Map<String, Fate> fates = new HashMap<>();
        stops.forEach((phone, wamid) -> {
            Moment receipt = Objects.requireNonNull(receipt(cluster, wamid));
            Moment told = deliveries(cluster, wamid)
                    .map(one -> one.delivery().begun())
                    .findFirst()
                    .orElseThrow();
            fates.put(phone, new Fate(told, receipt, requests.getOrDefault(phone, List.of())));
        });
        return fates;
    }
}
