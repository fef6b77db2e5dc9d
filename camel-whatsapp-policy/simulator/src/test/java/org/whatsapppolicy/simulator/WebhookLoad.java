package org.whatsapppolicy.simulator;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.whatsapppolicy.simulator.message.ClosedWindow;

/**
 * Sends with three signed webhooks each: how many the simulator manages when generator, simulator and receiver share one
 * process. Run the main with {@code [connections] [messages]}.
 */
final class WebhookLoad {

    private static final long SECOND = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private WebhookLoad() {}

    public static void main(String... arguments) {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        System.out.println("warming up: " + run(connections, messages / 2));
        System.out.println(connections + " connections: " + run(connections, messages));
    }

    /**
     * What was measured.
     *
     * @param sendsPerSecond messages per second, from the first request to the last webhook taken
     * @param webhooksPerSecond the same for webhooks
     * @param processorMicrosPerSend processor time of the whole process for one message with its three webhooks,
     *     generator and receiver included: what remains comparable while others work on the same machine
     */
    record Result(long sendsPerSecond, long webhooksPerSecond, double processorMicrosPerSend) {}

    static Result run(int connections, int messages) {
        TakesAll receiver = new TakesAll();
        try (Simulator simulator = Simulator.builder()
                .token("load")
                .closedWindow(ClosedWindow.IGNORE)
                .webhook(receiver.uri(), "secret")
                .build()
                .start()) {
            simulator.ledger().keepBodies(false);
            simulator.ledger().keepAtMost(100_000);
            simulator.people().keepMessages(0);
            long begin = System.nanoTime();
            long processor = processorNanos();
            new Load().run(simulator.port(), connections, messages, PATIENCE);
            // Requests that were in flight when the load ended count too.
            while (simulator.ledger().takenWebhookCount() < 3L * messages) {
                simulator.ledger().awaitWebhooks(3L * messages, PATIENCE);
            }
            long nanos = System.nanoTime() - begin;
            long sends = simulator.ledger().acceptedCount();
            long taken = simulator.ledger().takenWebhookCount();
            return new Result(
                    sends * SECOND / nanos, taken * SECOND / nanos, (processorNanos() - processor) / 1_000.0 / sends);
        } finally {
            receiver.close();
        }
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    /** Answers 200 to every POST without looking at it. */
    private static final class TakesAll {

        private static final Buffer OK =
                Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        private final AtomicInteger port = new AtomicInteger(-1);

        TakesAll() {
            vertx.deployVerticle(Listener::new, new DeploymentOptions().setInstances(1))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + port.get() + "/hook");
        }

        void close() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }

        private final class Listener extends AbstractVerticle {

            @Override
            public void start(io.vertx.core.Promise<Void> started) {
                NetServer server = vertx.createNetServer().connectHandler(this::serve);
                server.listen(0, "127.0.0.1").onComplete(result -> {
                    port.set(result.result().actualPort());
                    started.complete();
                });
            }

            /** One POST is in flight on a connection, so its end is where its body is complete. */
            private void serve(NetSocket socket) {
                AtomicLong missing = new AtomicLong();
                socket.handler(chunk -> {
                    long left = missing.get() == 0 ? whole(chunk) : missing.get();
                    left -= chunk.length();
                    missing.set(left);
                    if (left == 0) {
                        socket.write(OK);
                    }
                });
            }

            private static long whole(Buffer first) {
                String head = first.getString(0, Math.min(first.length(), 512), "ISO-8859-1");
                int length = head.indexOf("Content-Length: ") + 16;
                int end = head.indexOf("\r\n\r\n");
                return end + 4L + Long.parseLong(head.substring(length, head.indexOf('\r', length)));
            }
        }
    }
}
