package org.whatsapppolicy.simulator.page;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps open pages up to date, by server-sent events. An event is the whole state of a few counters, sent when it differs
 * from the last one and at most five times a second: a page that reads slowly misses some and gets the newest, and
 * nothing piles up here. The page asks for what has changed.
 */
public final class LiveEvents {

    private static final int MOST_PAGES = 50;
    private static final long GAP_MILLIS = 200;
    private static final long SIGN_OF_LIFE_MILLIS = 15_000;

    private final Vertx vertx;
    private final Supplier<String> state;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * For the simulator.
     *
     * @param state one line of JSON; asked for on event loops, several times a second for each open page
     */
    public LiveEvents(Vertx vertx, Supplier<String> state) {
        this.vertx = vertx;
        this.state = state;
    }

    /** Begins a stream. One page too many is answered with 503. */
    public void open(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (open.incrementAndGet() > MOST_PAGES) {
            open.decrementAndGet();
            response.setStatusCode(503).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .setChunked(true);
        Stream stream = new Stream(response);
        stream.look();
        long timer = vertx.setPeriodic(GAP_MILLIS, tick -> stream.look());
        response.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            open.decrementAndGet();
        });
    }

    /** One page's stream; lives on the event loop of its connection. */
    private final class Stream {

        private final HttpServerResponse response;
        private String told = "";
        private long quietMillis;

        Stream(HttpServerResponse response) {
            this.response = response;
        }

        void look() {
            if (response.closed() || response.writeQueueFull()) {
                return;
            }
            String now = state.get();
            quietMillis += GAP_MILLIS;
            if (!now.equals(told)) {
                told = now;
                write("event: pulse\ndata: " + now + "\n\n");
            } else if (quietMillis >= SIGN_OF_LIFE_MILLIS) {
                write(":\n\n");
            }
        }

        private void write(String text) {
            quietMillis = 0;
            response.write(text);
        }
    }
}
