package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An exchange completes exactly once, whatever becomes of it")
class PolicyProducerTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final AtomicInteger ended = new AtomicInteger();

    private void when(CompletableFuture<String> answer) {
        PolicyProducer.when(
                answer,
                exchange,
                stopped -> {
                    throw new RejectedExecutionException("stopped");
                },
                ended::incrementAndGet,
                (e, text) -> e.getMessage().setBody(text));
    }

    @Test
    void also_when_its_answer_comes_after_the_threads_are_gone() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        when(answer);
        answer.complete("yes");

        assertThat(ended).hasValue(1);
        assertThat(exchange.getMessage().getBody()).isEqualTo("yes");
    }

    @Test
    void also_when_that_is_a_failure() {
        when(CompletableFuture.failedFuture(new IllegalStateException("away")));

        assertThat(ended).hasValue(1);
        assertThat(exchange.getException()).hasMessage("away");
    }
}
