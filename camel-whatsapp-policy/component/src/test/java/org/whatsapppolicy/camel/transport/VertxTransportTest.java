package org.whatsapppolicy.camel.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.simulator.Simulator;

@DisplayName("An error costs what is under way, and no connection for good")
class VertxTransportTest {

    private static final int CONNECTIONS = 2;
    private static final long SOON = 20;

    private final Simulator platform = Simulator.builder()
            .token("token")
            .number("1001", "+5511900000001", "2001")
            .build()
            .start();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final VertxTransport transport = new VertxTransport(camel, Runnable::run, CONNECTIONS, 10_000);

    @BeforeEach
    void start() throws Exception {
        camel.start();
        transport.start();
    }

    @AfterEach
    void stop() {
        transport.stop();
        camel.stop();
        platform.close();
    }

    private Delivery delivery(Supplier<byte[]> body) {
        return new Delivery(
                UUID.randomUUID(),
                "billing",
                platform.baseUri() + "/v25.0/1001/messages",
                body,
                new AccessToken("token", text -> text, System::nanoTime),
                System.nanoTime() + TimeUnit.MINUTES.toNanos(1),
                System::nanoTime);
    }

    private CompletableFuture<Answer> sent(Supplier<byte[]> body) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        transport.send(delivery(body), answer::complete);
        return answer;
    }

    private static byte[] tooDeep() {
        throw new StackOverflowError();
    }

    @Test
    void while_requests_are_written() throws Exception {
        List<CompletableFuture<Answer>> without = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            without.add(sent(VertxTransportTest::tooDeep));
        }

        assertThat(sent(() -> new byte[0]).get(SOON, TimeUnit.SECONDS)).isInstanceOf(Answer.Answered.class);
        for (CompletableFuture<Answer> one : without) {
            assertThat(one.get(SOON, TimeUnit.SECONDS)).isInstanceOf(Answer.Unreached.class);
        }
    }

    @Test
    @DisplayName("M-4: while an answer is read, after which nobody knows whether the message was sent")
    void while_an_answer_is_read() throws Exception {
        Buffer large = proxy(Buffer.class, VertxTransportTest::tooDeep);
        HttpClientResponse response = proxy(HttpClientResponse.class, () -> Future.succeededFuture(large));
        Delivery delivery = delivery(() -> new byte[0]);
        delivery.begin();
        CompletableFuture<Answer> answer = new CompletableFuture<>();

        VertxTransport.read(response, delivery, answer::complete);

        assertThat(answer).isCompletedWithValueMatching(Answer.Lost.class::isInstance);
    }

    /** Answers whatever it is asked in one way; vertx asks the answer for its body alone, and that for its bytes. */
    private static <T> T proxy(Class<T> kind, Supplier<?> answer) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader(),
                new Class<?>[] {kind},
                (self, method, arguments) -> method.getReturnType() == int.class ? 200 : answer.get()));
    }
}
