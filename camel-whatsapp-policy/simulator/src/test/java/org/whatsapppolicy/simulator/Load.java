package org.whatsapppolicy.simulator;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Text sends over keep-alive connections, one in flight on each: how many a second the simulator answers, the
 * generator running in the same process. Run the main with {@code [connections] [seconds]}.
 */
final class Load {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean running = true;

    public static void main(String... arguments) {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (Simulator simulator = Simulator.builder().token("load").build().start()) {
            simulator.ledger().keepBodies(false);
            simulator.ledger().keepAtMost(100_000);
            new Load().run(simulator, connections, Duration.ofSeconds(5));
            Result result = new Load().run(simulator, connections, Duration.ofSeconds(seconds));
            System.out.printf(
                    "%d connections: %,d requests/s, %,d per second of processor time%n",
                    connections, result.perSecond(), result.perProcessorSecond());
        }
    }

    /**
     * What was measured.
     *
     * @param perSecond requests answered per second
     * @param perProcessorSecond requests answered per second of processor time this process got, generator included:
     *     what remains comparable on a busy machine
     */
    record Result(long perSecond, long perProcessorSecond) {}

    Result run(Simulator simulator, int connections, Duration duration) {
        NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        CountDownLatch connected = new CountDownLatch(connections);
        for (int i = 0; i < connections; i++) {
            client.connect(simulator.port(), "127.0.0.1").onSuccess(socket -> {
                connected.countDown();
                drive(socket);
            });
        }
        try {
            if (!connected.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("could not connect");
            }
            long before = answers.get();
            long begin = System.nanoTime();
            long processorBegin = processorNanos();
            new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
            long answered = answers.get() - before;
            long nanos = System.nanoTime() - begin;
            long processor = processorNanos() - processorBegin;
            running = false;
            return new Result(answered * 1_000_000_000L / nanos, answered * 1_000_000_000L / Math.max(1, processor));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static long processorNanos() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private void drive(NetSocket socket) {
        Buffer[] pending = {Buffer.buffer()};
        socket.handler(chunk -> {
            Buffer seen = pending[0].length() == 0 ? chunk : pending[0].appendBuffer(chunk);
            if (complete(seen)) {
                pending[0] = Buffer.buffer();
                answers.incrementAndGet();
                if (running) {
                    socket.write(request());
                }
            } else {
                pending[0] = seen.copy();
            }
        });
        socket.write(request());
    }

    private Buffer request() {
        String body = "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"+1555"
                + (1_000_000 + numbers.incrementAndGet() % 1_000_000)
                + "\",\"type\":\"text\",\"text\":{\"preview_url\":false,\"body\":\"Your parcel is on its way and will"
                + " be with you today.\"},\"biz_opaque_callback_data\":\"message-1\"}";
        return Buffer.buffer("POST /v23.0/200000000000001/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Authorization: Bearer load\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private static boolean complete(Buffer answer) {
        byte[] bytes = answer.getBytes();
        for (int i = 0; i + END_OF_HEAD.length <= bytes.length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                String head = new String(bytes, 0, i, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
                int at = head.indexOf("content-length: ");
                int end = head.indexOf('\r', at);
                int length = Integer.parseInt(head.substring(at + 16, end < 0 ? head.length() : end));
                if (!head.startsWith("http/1.1 200")) {
                    throw new AssertionError(head);
                }
                return bytes.length >= i + 4 + length;
            }
        }
        return false;
    }
}
