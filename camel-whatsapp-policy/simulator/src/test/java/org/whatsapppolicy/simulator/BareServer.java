package org.whatsapppolicy.simulator;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;

/** Reads every request whole and gives the answer to a send: the least anybody can do. */
final class BareServer implements AutoCloseable {

    private static final String ANSWER =
            "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"+15550000000\",\"wa_id\":\"15550000000\"}],"
                    + "\"messages\":[{\"id\":\"wamid.HQIAAAAAAAAAAAAAAAAAAAAA\"}]}";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private volatile int port;

    BareServer() {
        String unused = vertx.deployVerticle(Listener::new, new DeploymentOptions().setInstances(2))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return port;
    }

    private final class Listener extends AbstractVerticle {

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
                    .requestHandler(request -> request.body().onSuccess(body -> request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(ANSWER)))
                    .listen(-1, "127.0.0.1")
                    .onSuccess(server -> {
                        port = server.actualPort();
                        started.complete();
                    })
                    .onFailure(started::fail);
        }
    }

    @Override
    public void close() {
        Void unused = vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
