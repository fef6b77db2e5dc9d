package org.whatsapppolicy.simulator.webhook;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a receiver that is kept open, with one POST in flight at a time; what waits for it goes out in order.
 * {@link #put} may be called from any thread; everything else happens on the lane's own event loop.
 */
final class Lane extends AbstractVerticle {

    /** Hears how a try ended. */
    interface Ending {

        /** The receiver's status, 0 when there was no answer. */
        void ended(Parcel parcel, int status);
    }

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    private final Address address;
    private final Supplier<Duration> patience;
    private final Ending ending;
    private final ConcurrentLinkedQueue<Parcel> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AnswerReader reader = new AnswerReader();
    private volatile @Nullable Context running;
    private @Nullable NetClient client;
    private @Nullable NetSocket socket;
    private @Nullable Parcel inFlight;
    private boolean connecting;
    private boolean stopped;
    private boolean reused;
    private long sentNanos;

    Lane(Address address, Supplier<Duration> patience, Ending ending) {
        this.address = address;
        this.patience = patience;
        this.ending = ending;
    }

    /** Queues a POST. */
    void put(Parcel parcel) {
        queue.add(parcel);
        Context context = running;
        if (context != null && woken.compareAndSet(false, true)) {
            context.runOnContext(ignored -> {
                woken.set(false);
                next();
            });
        }
    }

    @Override
    public void start() {
        client = vertx.createNetClient(
                new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
        long unused = vertx.setPeriodic(250, ignored -> checkPatience());
        running = context;
        next();
    }

    /** The connection closes after this; it must not be opened again. */
    @Override
    public void stop() {
        stopped = true;
    }

    private void next() {
        if (inFlight != null || connecting || stopped) {
            return;
        }
        Parcel parcel = queue.poll();
        if (parcel == null) {
            return;
        }
        inFlight = parcel;
        NetSocket open = socket;
        if (open == null) {
            connect();
        } else {
            reused = true;
            write(open, parcel);
        }
    }

    private void connect() {
        NetClient opener = client;
        if (opener == null || stopped) {
            return;
        }
        connecting = true;
        reused = false;
        opener.connect(address.port(), address.host()).onComplete(result -> {
            connecting = false;
            Parcel parcel = inFlight;
            if (parcel == null) {
                return;
            }
            if (result.failed()) {
                finish(0);
                return;
            }
            NetSocket opened = result.result();
            socket = opened;
            opened.handler(this::read);
            opened.exceptionHandler(broken -> opened.close());
            opened.closeHandler(ignored -> closed(opened));
            write(opened, parcel);
        });
    }

    private void write(NetSocket open, Parcel parcel) {
        reader.reset();
        sentNanos = System.nanoTime();
        open.write(parcel.request());
    }

    private void read(Buffer chunk) {
        if (inFlight == null) {
            // Nothing was asked: whatever this is, the connection is of no use any more.
            drop();
            return;
        }
        boolean complete;
        try {
            complete = reader.read(chunk.getBytes());
        } catch (IllegalStateException | NumberFormatException unreadable) {
            drop();
            finish(0);
            return;
        }
        if (complete) {
            int status = reader.status();
            if (reader.closes()) {
                drop();
            }
            finish(status);
        }
    }

    private void closed(NetSocket which) {
        if (socket != which) {
            return;
        }
        socket = null;
        Parcel parcel = inFlight;
        if (parcel == null) {
            return;
        }
        if (reused && !reader.begun()) {
            // The receiver closed an idle connection at the moment it was used again, which says nothing about this
            // POST.
            connect();
        } else {
            finish(reader.endsWithConnection() ? reader.status() : 0);
        }
    }

    private void checkPatience() {
        if (inFlight != null
                && !connecting
                && System.nanoTime() - sentNanos > patience.get().toNanos()) {
            drop();
            finish(0);
        }
    }

    private void drop() {
        NetSocket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }

    private void finish(int status) {
        Parcel parcel = inFlight;
        inFlight = null;
        if (parcel != null) {
            ending.ended(parcel, status);
        }
        next();
    }
}
