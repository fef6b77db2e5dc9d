package org.whatsapppolicy.benchmarks.compare;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicLong;

final class Platform implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicLong n = new AtomicLong();
    private final HttpServer server;

    Platform() {
        server = vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                .requestHandler(r -> r.bodyHandler(b -> r.response()
                        .putHeader("Content-Type", "application/json")
                        .end(
                                "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"+5511\",\"wa_id\":\"5511\"}],\"messages\":[{\"id\":\"wamid."
                                        + n.incrementAndGet() + "\"}]}")));
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    String baseUri() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    String number() {
        return "106540352242922";
    }

    String token() {
        return "EAAtoken";
    }

    long accepted() {
        return n.get();
    }

    long requests() {
        return n.get();
    }

    @Override
    public void close() {
        vertx.close();
    }
}
