package org.whatsapppolicy.simulator;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Text sends over keep-alive connections, one in flight on each: how many a second the simulator answers, the generator
 * running in the same process on one thread. It writes prepared bytes and looks at no more of an answer than it has to,
 * so that the processors are left to the simulator. Run the main with {@code [connections] [requests]}.
 */
final class Load {

    private static final long SECOND = 1_000_000_000L;
    private static final int PEOPLE = 100_000;
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private final byte[] request;
    private final int numberAt;
    private long sent;
    private long answered;

    Load() {
        String body = "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"+15550000000\","
                + "\"type\":\"text\",\"text\":{\"preview_url\":false,\"body\":\"Your parcel is on its way and will be with"
                + " you today.\"},\"biz_opaque_callback_data\":\"message-1\"}";
        String whole = "POST /v23.0/200000000000001/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Authorization: Bearer load\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        request = whole.getBytes(StandardCharsets.US_ASCII);
        numberAt = whole.indexOf("+1555") + 5;
    }

    public static void main(String... arguments) {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500_000;
        try (Simulator simulator = Simulator.builder().token("load").build().start()) {
            simulator.ledger().keepAtMost(100_000);
            for (int round = 1; round <= 5; round++) {
                Result result = new Load().run(simulator.port(), connections, requests, Duration.ofMinutes(5));
                System.out.printf("%d connections, round %d: %s%n", connections, round, result);
            }
        }
    }

    /**
     * What was measured.
     *
     * @param perSecond requests answered per second
     * @param serverMicros processor time of the event loops per request, in microseconds: what remains comparable while
     *     others work on the same machine
     * @param allMicros the same of all threads of the process, generator, clock and garbage collection included
     */
    record Result(long perSecond, double serverMicros, double allMicros) {

        @Override
        public String toString() {
            return String.format(
                    "%,d/s, %.1f us of processor time each on the event loops, %.1f us in all",
                    perSecond, serverMicros, allMicros);
        }
    }

    /** Sends that many requests, or as many as there is time for. */
    Result run(int port, int connections, long requests, Duration patience) {
        long begin = System.nanoTime();
        long serverBegin = eventLoopNanos();
        long processBegin = processNanos();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                Connection connection = new Connection(channel);
                channel.register(selector, SelectionKey.OP_READ, connection);
                connection.ask();
            }
            while (answered < requests && System.nanoTime() - begin < patience.toNanos()) {
                selector.select(key -> ((Connection) key.attachment()).read(), 1000);
            }
            long nanos = Math.max(1, System.nanoTime() - begin);
            Result result = new Result(
                    answered * SECOND / nanos,
                    (eventLoopNanos() - serverBegin) / 1e3 / answered,
                    (processNanos() - processBegin) / 1e3 / answered);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return result;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long eventLoopNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("vert.x-eventloop")) {
                sum += Math.max(0, threads.getThreadCpuTime(thread.getId()));
            }
        }
        return sum;
    }

    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** One connection with one request in flight. */
    private final class Connection {

        private final SocketChannel channel;
        private final ByteBuffer out = ByteBuffer.allocateDirect(request.length);
        private final ByteBuffer in = ByteBuffer.allocateDirect(8192);
        private final byte[] seen = new byte[8192];

        Connection(SocketChannel channel) {
            this.channel = channel;
            out.put(request);
        }

        void ask() throws IOException {
            long number = sent++ % PEOPLE;
            for (int i = numberAt + 6; i >= numberAt; i--) {
                out.put(i, (byte) ('0' + number % 10));
                number /= 10;
            }
            out.rewind();
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        void read() {
            try {
                if (channel.read(in) < 0) {
                    throw new AssertionError("the simulator closed a connection");
                }
                int length = in.position();
                in.get(0, seen, 0, length);
                if (complete(length)) {
                    in.clear();
                    answered++;
                    ask();
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private boolean complete(int length) {
            int bodyAt = 0;
            int bodyLength = -1;
            for (int i = 0; i + 3 < length && bodyAt == 0; i++) {
                if (seen[i] == '\r' && seen[i + 2] == '\r') {
                    bodyAt = i + 4;
                } else if (seen[i] == 'c' && matches(i, LENGTH)) {
                    bodyLength = number(i + LENGTH.length);
                }
            }
            if (bodyAt == 0 || length < bodyAt + bodyLength) {
                return false;
            }
            if (!matches(0, OK) || length > bodyAt + bodyLength) {
                throw new AssertionError(new String(seen, 0, length, StandardCharsets.UTF_8));
            }
            return true;
        }

        private int number(int at) {
            int number = 0;
            for (int i = at; seen[i] >= '0' && seen[i] <= '9'; i++) {
                number = number * 10 + seen[i] - '0';
            }
            return number;
        }

        private boolean matches(int at, byte[] wanted) {
            for (int i = 0; i < wanted.length; i++) {
                if (seen[at + i] != wanted[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
