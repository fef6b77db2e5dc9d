package org.whatsapppolicy.benchmarks.chaos.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One connection through the wire: whoever opened it, where it leads, and the bytes that wait in between. */
final class Line {

    private static final int CHUNK = 64 * 1024;

    /** Bytes that go on at {@code due}; no bytes are the end. */
    private record Waiting(ByteBuffer bytes, long due) {}

    private final Road road;
    private final Tap tap;
    private final InetSocketAddress target;
    private final End client;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    private @Nullable End server;
    private boolean closed;

    Line(Road road, Tap tap, SocketChannel from, InetSocketAddress target) {
        this.road = road;
        this.tap = tap;
        this.target = target;
        this.client = new End(this, from, true);
    }

    void open(Selector selector, Wire wire) throws IOException {
        road.lines().add(this);
        client.channel.configureBlocking(false);
        client.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SocketChannel to = SocketChannel.open();
        to.configureBlocking(false);
        to.setOption(StandardSocketOptions.TCP_NODELAY, true);
        End other = new End(this, to, false);
        server = other;
        try {
            boolean there = to.connect(target);
            other.key = to.register(selector, there ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, other);
            client.key = client.channel.register(selector, SelectionKey.OP_READ, client);
            // What was written together with the connection must not be seen a turn later than it was there.
            client.read(wire);
        } catch (IOException e) {
            reset();
        }
    }

    /** Whoever is at both ends sees the connection reset. */
    void reset() {
        if (!closed) {
            closed = true;
            road.lines().remove(this);
            client.reset();
            End other = server;
            if (other != null) {
                other.reset();
            }
        }
    }

    /** When the next of its bytes go on. */
    long due() {
        End other = server;
        return other == null ? client.due() : Math.min(client.due(), other.due());
    }

    void flush(Wire wire) {
        End other = server;
        if (!closed && other != null) {
            client.flush(wire);
            other.flush(wire);
        }
    }

    static void close(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    /** One of the two ends, with what waits to be written to it. */
    static final class End {

        private final Line line;
        private final SocketChannel channel;
        private final boolean opener;
        private final Deque<Waiting> out = new ArrayDeque<>();
        private @Nullable SelectionKey key;

        End(Line line, SocketChannel channel, boolean opener) {
            this.line = line;
            this.channel = channel;
            this.opener = opener;
        }

        Line line() {
            return line;
        }

        /** Whether what it writes is looked at before what others write. */
        boolean first() {
            return opener && line.road.first();
        }

        void ready(SelectionKey which, Wire wire) {
            try {
                if (which.isConnectable() && channel.finishConnect()) {
                    which.interestOps(SelectionKey.OP_READ);
                    flush(wire);
                }
                if (which.isValid() && which.isWritable()) {
                    flush(wire);
                }
                if (which.isValid() && which.isReadable()) {
                    read(wire);
                }
            } catch (IOException e) {
                line.reset();
            }
        }

        private void read(Wire wire) throws IOException {
            ByteBuffer buffer = line.buffer.clear();
            int count = channel.read(buffer);
            End other = opener ? line.server : line.client;
            if (other == null) {
                line.reset();
            } else if (count < 0) {
                other.put(ByteBuffer.allocate(0), wire);
                SelectionKey own = key;
                if (own != null && own.isValid()) {
                    own.interestOps(0);
                }
            } else if (count > 0) {
                byte[] bytes = new byte[count];
                buffer.flip().get(bytes);
                Moment at = wire.moment();
                if (opener ? line.tap.up(bytes, at) : line.tap.down(bytes, at)) {
                    other.put(ByteBuffer.wrap(bytes), wire);
                } else {
                    line.reset();
                }
            }
        }

        private void put(ByteBuffer bytes, Wire wire) {
            long due = System.nanoTime() + line.road.delayNanos();
            Waiting last = out.peekLast();
            out.add(new Waiting(bytes, last == null ? due : Math.max(due, last.due)));
            flush(wire);
        }

        private long due() {
            Waiting next = out.peekFirst();
            return next == null ? Long.MAX_VALUE : next.due;
        }

        private void flush(Wire wire) {
            if (!channel.isConnected()) {
                return;
            }
            try {
                for (Waiting next = out.peekFirst(); next != null; next = out.peekFirst()) {
                    if (next.due - System.nanoTime() > 0) {
                        wire.waits(line);
                        return;
                    }
                    if (!next.bytes.hasRemaining()) {
                        line.end();
                        return;
                    }
                    channel.write(next.bytes);
                    if (next.bytes.hasRemaining()) {
                        interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                        return;
                    }
                    out.pollFirst();
                }
                interest(SelectionKey.OP_READ);
            } catch (IOException e) {
                line.reset();
            }
        }

        private void interest(int operations) {
            SelectionKey own = key;
            // Who has said its last word reads as "ended" for ever.
            if (own != null && own.isValid() && own.interestOps() != 0) {
                own.interestOps(operations);
            }
        }

        private void reset() {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // It is closed already.
            }
            close(channel);
        }
    }

    /** One end is done: so is the other. */
    private void end() {
        closed = true;
        road.lines().remove(this);
        close(client.channel);
        End other = server;
        if (other != null) {
            close(other.channel);
        }
    }
}
