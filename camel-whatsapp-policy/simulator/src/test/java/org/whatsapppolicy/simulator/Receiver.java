package org.whatsapppolicy.simulator;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The business's endpoint for webhooks. Answers 200, or what it was told to answer first. */
final class Receiver implements AutoCloseable {

    /** One POST as it arrived. */
    record Hook(String signature, String text) {

        /** One char a byte on the wire, whatever the bytes are. */
        byte[] body() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Nothing in a test is to be slower than this, however slow the machine. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int SILENCE = -1;
    private static final int HELD = -2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile int always = 200;
    private final BlockingQueue<Hook> hooks = new LinkedBlockingQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    void answersFirst(int... first) {
        for (int status : first) {
            statuses.add(status);
        }
    }

    Hook next() throws InterruptedException {
        Hook hook = hooks.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (hook == null) {
            throw new AssertionError("no webhook came");
        }
        return hook;
    }

    /** What has arrived and was not taken yet. */
    List<Hook> all() {
        List<Hook> all = new ArrayList<>();
        hooks.drainTo(all);
        return all;
    }

    void awaitHooks(int count) {
        await().atMost(PATIENCE).until(() -> hooks.size() >= count);
    }

    void answersAlways(int status) {
        always = status;
    }

    /** Reads the first requests and does not answer them. */
    void silentFirst(int count) {
        for (int i = 0; i < count; i++) {
            statuses.add(SILENCE);
        }
    }

    /** Reads the next request and does not answer it before {@link #letsGo}. */
    void holdsNext() {
        statuses.add(HELD);
    }

    void letsGo() {
        letGo.countDown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                verify(exchange);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            Integer status = statuses.poll();
            hooks.add(new Hook(
                    exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"),
                    new String(body, StandardCharsets.ISO_8859_1)));
            if (status != null && status == SILENCE) {
                closed.await();
                return;
            }
            if (status != null && status == HELD) {
                letGo.await();
                status = null;
            }
            exchange.sendResponseHeaders(status == null ? always : status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void verify(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        boolean known = query.contains("hub.mode=subscribe") && query.endsWith("hub.verify_token=my token");
        byte[] challenge = query.replaceAll(".*hub.challenge=(\\d+).*", "$1").getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(known ? 200 : 403, challenge.length);
        exchange.getResponseBody().write(challenge);
    }

    @Override
    public void close() {
        closed.countDown();
        letGo.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
