package org.whatsapppolicy.benchmarks.chaos.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries bytes between ports of this machine on one thread. A judge that compares the first byte of a request with an answer on
 * another line needs to know which was written first, however busy the machine is: all that is readable is read in one turn, and
 * roads that stand first are read first, so that a request which was written before an answer is never seen after it.
 */
public final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final long LONGEST_WAIT = 50;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Line> slow = new ArrayList<>();
    private final List<ServerSocketChannel> doors = new ArrayList<>();
    private final Thread thread = new Thread(this::loop, "wire");
    private long order;
    private volatile boolean closed;

    public Wire() throws IOException {
        selector = Selector.open();
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Opens a port.
     *
     * @param first whether its bytes are looked at before those of other roads
     * @param target where it leads at the moment a line is opened; null resets the line
     * @param taps makes what looks at a new line; null resets it
     */
    public Road road(boolean first, Supplier<@Nullable InetSocketAddress> target, Supplier<@Nullable Tap> taps)
            throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        door.configureBlocking(false);
        int port = ((InetSocketAddress) door.getLocalAddress()).getPort();
        Road road = new Road(this, port, first, target, taps);
        run(() -> listen(door, road));
        return road;
    }

    private void listen(ServerSocketChannel door, Road road) {
        try {
            doors.add(door);
            door.register(selector, SelectionKey.OP_ACCEPT, road);
        } catch (IOException e) {
            LOG.warn("A port could not be opened: {}", e.toString());
        }
    }

    /** Runs something on the wire's thread. */
    void run(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void loop() {
        while (!closed) {
            try {
                selector.select(patience());
                turn();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The wire stumbled: {}", e.toString());
            }
        }
        selector.keys().forEach(key -> {
            if (key.attachment() instanceof Line.End end) {
                end.line().reset();
            }
        });
        doors.forEach(Line::close);
    }

    private long patience() {
        long next = LONGEST_WAIT * 1_000_000;
        long now = System.nanoTime();
        for (Line line : slow) {
            next = Math.min(next, line.due() - now);
        }
        return Math.max(1, next / 1_000_000);
    }

    private void turn() {
        List<SelectionKey> ready = new ArrayList<>(selector.selectedKeys());
        selector.selectedKeys().clear();
        ready.sort(Comparator.comparing(Wire::rank));
        for (SelectionKey key : ready) {
            if (key.isValid() && key.isAcceptable() && key.attachment() instanceof Road road) {
                accept((ServerSocketChannel) key.channel(), road);
            } else if (key.isValid() && key.attachment() instanceof Line.End end) {
                end.ready(key, this);
            }
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        List<Line> waiting = List.copyOf(slow);
        slow.clear();
        waiting.forEach(line -> line.flush(this));
    }

    private static int rank(SelectionKey key) {
        boolean first = (key.attachment() instanceof Line.End end && end.first())
                || (key.attachment() instanceof Road road && road.first());
        return first ? 0 : 1;
    }

    private void accept(ServerSocketChannel door, Road road) {
        try {
            for (SocketChannel client = door.accept(); client != null; client = door.accept()) {
                InetSocketAddress target = road.refuses() ? null : road.target();
                Tap tap = target == null ? null : road.tap();
                if (target == null || tap == null) {
                    client.setOption(StandardSocketOptions.SO_LINGER, 0);
                    client.close();
                } else {
                    new Line(road, tap, client, target).open(selector, this);
                }
            }
        } catch (IOException e) {
            LOG.debug("A line did not come about: {}", e.toString());
        }
    }

    /** The moment of what is looked at next. */
    Moment moment() {
        return new Moment(++order, System.nanoTime());
    }

    /** Its bytes wait. */
    void waits(Line line) {
        if (!slow.contains(line)) {
            slow.add(line);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.close();
    }
}
