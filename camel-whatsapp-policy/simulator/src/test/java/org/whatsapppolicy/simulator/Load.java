package org.whatsapppolicy.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Text sends over keep-alive connections, one in flight on each: how many a second the simulator answers, the
 * generator running in the same process. Run the main with {@code [connections] [requests]}.
 */
final class Load {

    private static final long SECOND = 1_000_000_000L;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long wanted;
    private volatile boolean running = true;

    public static void main(String... arguments) {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500_000;
        try (Simulator simulator = Simulator.builder().token("load").build().start()) {
            simulator.ledger().keepBodies(false);
            simulator.ledger().keepAtMost(100_000);
            new Load().run(simulator, connections, requests / 2, Duration.ofMinutes(5));
            System.out.println(connections + " connections: "
                    + new Load().run(simulator, connections, requests, Duration.ofMinutes(5)));
        }
    }

    /**
     * What was measured.
     *
     * @param perSecond requests answered per second
     * @param perProcessorSecond requests answered per second of processor time that the event loops got, the
     *     generator's included: what remains comparable while others work on the same machine
     */
    record Result(long perSecond, long perProcessorSecond) {}

    /** Sends that many requests, or as many as there is time for. */
    Result run(Simulator simulator, int connections, long requests, Duration patience) {
        NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        long begin = System.nanoTime();
        long processorBegin = processorNanos();
        wanted = requests;
        for (int i = 0; i < connections; i++) {
            client.connect(simulator.port(), "127.0.0.1").onSuccess(this::drive);
        }
        try {
            boolean unused = done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            long answered = answers.get();
            long nanos = Math.max(1, System.nanoTime() - begin);
            long processor = Math.max(1, processorNanos() - processorBegin);
            running = false;
            return new Result(answered * SECOND / nanos, answered * SECOND / processor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("vert.x-eventloop")) {
                sum += Math.max(0, threads.getThreadCpuTime(thread.getId()));
            }
        }
        return sum;
    }

    private void drive(NetSocket socket) {
        Buffer[] pending = {Buffer.buffer()};
        socket.handler(chunk -> {
            Buffer seen = pending[0].length() == 0 ? chunk : pending[0].appendBuffer(chunk);
            if (complete(seen)) {
                pending[0] = Buffer.buffer();
                if (answers.incrementAndGet() == wanted) {
                    done.countDown();
                }
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
