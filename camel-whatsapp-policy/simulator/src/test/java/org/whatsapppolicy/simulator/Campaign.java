package org.whatsapppolicy.simulator;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.people.Population;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/**
 * A campaign over seven days of virtual time: everybody of a population gets one marketing message, hour by hour the same
 * share of them, over HTTP; who delivers, reads, answers, stops or blocks is up to the people. Every webhook is signed, sent
 * and taken before time goes on. Run the main with {@code [people]} and {@code -Xmx512m}.
 */
final class Campaign {

    private static final String NUMBER = "200000000000001";
    private static final int HOURS = 7 * 24;
    private static final int IN_FLIGHT = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int size;
    private final long seed;

    Campaign(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    public static void main(String... arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long begin = System.nanoTime();
        Result result = new Campaign(people, 1).run();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        long processor =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
        System.out.printf(
                "%,d people over 7 days in %.1f s (%.1f s of processor time), heap at most %,d MB: %s%n",
                people,
                millis / 1_000.0,
                processor / 1_000.0,
                Runtime.getRuntime().maxMemory() >> 20,
                result);
    }

    /**
     * What came of it.
     *
     * @param accepted messages the platform took
     * @param told webhooks the receiver took, by kind
     * @param billed delivered marketing messages
     */
    record Result(long accepted, Map<String, Long> told, long billed) {}

    Result run() throws InterruptedException {
        HttpServer receiver = receiver();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(IN_FLIGHT)
                .setMaxWaitQueueSize(-1)
                .setTcpNoDelay(true));
        try (Simulator simulator = simulator(receiver.actualPort())) {
            simulator.ledger().keepBodies(false);
            simulator.people().keepMessages(0);
            List<Person> people =
                    simulator.people().populate(Population.of(size).seed(seed));
            for (int hour = 0; hour < HOURS; hour++) {
                int from = (int) ((long) size * hour / HOURS);
                int to = (int) ((long) size * (hour + 1) / HOURS);
                send(client, simulator.port(), people.subList(from, to));
                simulator.letPass(Duration.ofHours(1), Duration.ofHours(1));
            }
            simulator.letPass(Duration.ofDays(7), Duration.ofDays(1));
            return result(simulator);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private Simulator simulator(int receiverPort) {
        Simulator simulator = Simulator.builder()
                .number(NUMBER, "+15550100001", "100000000000001")
                .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
                .template(SimulatedTemplate.of("autumn_sale", "en_US", "MARKETING")
                        .withQuickReplies("Yes, please", "No more of this"))
                .webhook(URI.create("http://127.0.0.1:" + receiverPort + "/hook"), "secret")
                .build()
                .start();
        simulator.limits().pairRate().marketing(2);
        // As the platform does under load: up to 1,000 updates in one POST, here those of a second.
        simulator.webhooks().batch(1_000, Duration.ofSeconds(1));
        return simulator;
    }

    private static Result result(Simulator simulator) {
        Map<String, Long> told = new TreeMap<>();
        for (WebhookAttempt attempt : simulator.ledger().webhooks()) {
            if (attempt.taken()) {
                told.merge(attempt.kind(), 1L, Long::sum);
            }
        }
        return new Result(
                simulator.ledger().acceptedCount(), told, simulator.meter().billed("marketing"));
    }

    private HttpServer receiver() {
        return vertx.createHttpServer()
                .requestHandler(request ->
                        request.body().onSuccess(body -> request.response().end()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Sends to all of them with at most 64 requests in flight, and waits for the answers. */
    private static void send(HttpClient client, int port, List<Person> people) throws InterruptedException {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/v23.0/" + NUMBER + "/messages")
                .putHeader("Authorization", "Bearer any")
                .putHeader("Content-Type", "application/json");
        CountDownLatch answered = new CountDownLatch(people.size());
        AtomicInteger next = new AtomicInteger();
        AtomicLong refused = new AtomicLong();
        for (int i = 0; i < IN_FLIGHT; i++) {
            sendNext(client, request, people, next, answered, refused);
        }
        if (!answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || refused.get() > 0) {
            throw new AssertionError(answered.getCount() + " without an answer, " + refused + " refused");
        }
    }

    private static void sendNext(
            HttpClient client,
            RequestOptions request,
            List<Person> people,
            AtomicInteger next,
            CountDownLatch answered,
            AtomicLong refused) {
        int index = next.getAndIncrement();
        if (index >= people.size()) {
            return;
        }
        Buffer body = Buffer.buffer(
                "{\"messaging_product\":\"whatsapp\",\"to\":\"+"
                        + people.get(index).address()
                        + "\",\"type\":\"template\",\"template\":{\"name\":\"autumn_sale\",\"language\":{\"code\":\"en_US\"}}}");
        client.request(request)
                // Within one step on the event loop: an answer whose body nobody waits for yet would be gone.
                .compose((HttpClientRequest open) ->
                        open.send(body).compose(answer -> answer.body().map(answer.statusCode())))
                .onComplete(result -> {
                    if (result.failed() || result.result() != 200) {
                        refused.incrementAndGet();
                    }
                    answered.countDown();
                    sendNext(client, request, people, next, answered, refused);
                });
    }
}
