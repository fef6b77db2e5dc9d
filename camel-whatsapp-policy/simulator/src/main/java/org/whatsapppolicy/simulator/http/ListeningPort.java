package org.whatsapppolicy.simulator.http;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.fault.Connections;

/**
 * The port, on the loopback address only, served by several event loops. Can be closed and opened again on the same
 * number. Safe for use by several threads, but not from an event loop: opening and closing block.
 */
public final class ListeningPort implements Connections {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_SHARED_BY_EVENT_LOOPS = -1;
    private static final int LONGEST_FORM_FIELD = 1024 * 1024;
    private static final int PATIENCE_SECONDS = 30;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Vertx vertx;
    private final int eventLoops;
    private final Handler<HttpServerRequest> handler;
    private volatile int port;
    private @Nullable String deployment;
    private boolean opened;

    /**
     * A closed port.
     *
     * @param port 0 for any free one, chosen at the first opening
     */
    public ListeningPort(Vertx vertx, int eventLoops, int port, Handler<HttpServerRequest> handler) {
        this.vertx = vertx;
        this.eventLoops = eventLoops;
        this.port = port;
        this.handler = handler;
    }

    @Override
    public synchronized void accept() {
        if (deployment != null) {
            return;
        }
        deployment = opened ? openAgain() : open();
        opened = true;
    }

    private String open() {
        int wanted = port == 0 ? ANY_SHARED_BY_EVENT_LOOPS : port;
        return await(
                vertx.deployVerticle(() -> new Listener(wanted), new DeploymentOptions().setInstances(eventLoops)));
    }

    /** An outgoing connection of anybody may have got the number meanwhile, and will give it back. */
    private String openAgain() {
        long since = System.nanoTime();
        while (true) {
            try {
                return open();
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof ExecutionException taken)
                        || !(taken.getCause() instanceof BindException)
                        || System.nanoTime() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    @Override
    public synchronized void refuse() {
        if (deployment != null) {
            await(vertx.undeploy(deployment));
            deployment = null;
        }
    }

    /** The actual number; 0 before the first opening when any was asked for. */
    public int port() {
        return port;
    }

    private <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (e.getCause() instanceof BindException) {
                throw new IllegalStateException(
                        "found port " + port + " taken by somebody else, expected a free one", e);
            }
            throw new IllegalStateException("the simulator could not open or close its port", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One server on one event loop; those of one port share its connections. */
    private final class Listener extends AbstractVerticle {

        private final int wanted;

        Listener(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void start(Promise<Void> started) {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(LOOPBACK)
                    .setPort(wanted)
                    .setTcpNoDelay(true)
                    .setMaxFormAttributeSize(LONGEST_FORM_FIELD)
                    .setHttp2ClearTextEnabled(false)
                    // No web sockets here; their extensions would look at every request.
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setHandle100ContinueAutomatically(true)
                    .setAcceptBacklog(1024);
            HttpServer server = vertx.createHttpServer(options).requestHandler(handler);
            server.listen().onComplete(result -> {
                if (result.succeeded()) {
                    port = result.result().actualPort();
                    started.complete();
                } else {
                    started.fail(result.cause());
                }
            });
        }
    }
}
