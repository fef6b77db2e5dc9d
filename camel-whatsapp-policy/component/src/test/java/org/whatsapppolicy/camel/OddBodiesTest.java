package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.message.InvalidMessageException;

/** Whatever a route carries, the exchange completes and nothing is half sent. */
class OddBodiesTest {

    @Test
    void no_body_hangs_an_exchange() throws Exception {
        try (Rig rig = new Rig().start().agreed(Rig.ANA, "slip")) {
            Random random = new Random(7);
            byte[] noise = new byte[300];
            random.nextBytes(noise);
            List<Object> bodies = Arrays.asList(
                    null,
                    "",
                    "   ",
                    "{",
                    "{}",
                    "[]",
                    "{\"type\":\"nonsense\"}",
                    "{\"type\":\"text\",\"text\":{\"body\":17}}",
                    noise,
                    new ByteArrayInputStream(noise),
                    "\0".getBytes(StandardCharsets.UTF_8),
                    42,
                    true,
                    List.of(),
                    Map.of(),
                    Map.of(1, 2),
                    Map.of("type", List.of()),
                    Collections.nCopies(10_000, "x"),
                    new Object(),
                    new Thread("odd"),
                    Collections.singletonMap("type", null));
            for (Object body : bodies) {
                Exchange text = rig.send(Rig.SEND, body, Map.of(WhatsAppPolicyConstants.RECIPIENT, Rig.ANA));
                Exchange template = rig.send(Rig.SEND, body, Rig.slipTo(Rig.ANA));

                assertThat(answered(text)).as(String.valueOf(body)).isTrue();
                assertThat(answered(template)).as(String.valueOf(body)).isTrue();
            }
            for (Object to : Arrays.asList("", "x", 12, List.of(), "+", "US.abc", "☎", Map.of())) {
                assertThat(answered(rig.send(Rig.SEND, "Oi", Map.of(WhatsAppPolicyConstants.RECIPIENT, to))))
                        .isTrue();
            }
            assertThat(rig.camel.getInflightRepository().size()).isZero();
        }
    }

    /** Camel would make a text of it: the class and a number. */
    @Test
    void what_has_no_text_of_its_own_is_not_sent_to_people() throws Exception {
        try (Rig rig = new Rig().start().agreed(Rig.ANA, "slip").wrote(Rig.ANA)) {
            for (Object body : List.of(new Object(), new int[] {1})) {
                Exchange free = rig.send(Rig.SEND, body, Map.of(WhatsAppPolicyConstants.RECIPIENT, Rig.ANA));
                assertThat(free.getException())
                        .isInstanceOf(InvalidMessageException.class)
                        .hasMessageContaining("expected text");
            }
            for (Object value : List.of(new Object(), new int[] {1})) {
                Exchange filled = rig.send(Rig.SEND, List.of("Ana", value), Rig.slipTo(Rig.ANA));
                assertThat(filled.getException())
                        .hasMessageContaining("parameter.2")
                        .hasMessageContaining("expected a text");
            }
            assertThat(rig.requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("S-37: a key that is bytes, as headers of Kafka are, is the same key the next time")
    void headers_that_are_bytes_are_texts() throws Exception {
        try (Rig rig = new Rig().start().agreed(Rig.ANA, "slip")) {
            for (int i = 0; i < 2; i++) {
                Map<String, Object> headers = new HashMap<>();
                Rig.slipTo(Rig.ANA)
                        .forEach((name, text) ->
                                headers.put(name, text.toString().getBytes(StandardCharsets.UTF_8)));
                headers.put(WhatsAppPolicyConstants.IDEMPOTENCY_KEY, "slip-1".getBytes(StandardCharsets.UTF_8));
                Exchange sent = rig.send(Rig.SEND, List.of("Ana".getBytes(StandardCharsets.UTF_8), "amanha"), headers);
                assertThat(sent.getException()).isNull();
                assertThat(Rig.header(sent, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
            }
            assertThat(rig.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("S-37: a key that is another one each time is refused")
    void a_key_without_a_text_is_no_key() throws Exception {
        try (Rig rig = new Rig().start().agreed(Rig.ANA, "slip")) {
            Map<String, Object> headers = new HashMap<>(Rig.slipTo(Rig.ANA));
            headers.put(WhatsAppPolicyConstants.IDEMPOTENCY_KEY, new Object());
            Exchange sent = rig.send(Rig.SEND, List.of("Ana", "amanha"), headers);
            assertThat(sent.getException()).hasMessageContaining("idempotencyKey: expected a text");
            assertThat(rig.requests()).isEmpty();
        }
    }

    @Test
    void a_stream_can_be_read_again_without_stream_caching() throws Exception {
        Rig odd = new Rig();
        odd.camel.setStreamCaching(false);
        try (Rig rig = odd.start().agreed(Rig.ANA, "slip").wrote(Rig.ANA)) {
            Exchange sent = rig.send(
                    "direct:send",
                    new ByteArrayInputStream("Oi".getBytes(StandardCharsets.UTF_8)),
                    Map.of(WhatsAppPolicyConstants.RECIPIENT, Rig.ANA));
            assertThat(Rig.header(sent, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("accepted");
            assertThat(sent.getMessage().getBody(String.class)).isEqualTo("Oi");
        }
    }

    /** An error of the language, and not only an exception, ends the exchange, once. */
    @Test
    void an_error_while_it_is_read_ends_the_exchange_once() throws Exception {
        try (Rig rig = new Rig().start()) {
            AsyncProducer producer = rig.camel.getEndpoint(Rig.SEND).createAsyncProducer();
            producer.start();
            Exchange exchange = producer.getEndpoint().createExchange();
            exchange.getIn().setBody(List.of("Ana", "amanha"));
            exchange.getIn().setHeaders(new HashMap<>(Rig.slipTo(Rig.ANA)));
            exchange.getIn().setHeader(WhatsAppPolicyConstants.RECIPIENT, new Object() {
                @Override
                public String toString() {
                    throw new StackOverflowError();
                }
            });
            AtomicInteger ends = new AtomicInteger();

            boolean sync = producer.process(exchange, doneSync -> ends.incrementAndGet());

            assertThat(sync).isTrue();
            assertThat(ends).hasValue(1);
            assertThat(exchange.getException()).hasRootCauseInstanceOf(StackOverflowError.class);
            producer.stop();
        }
    }

    private static boolean answered(Exchange exchange) {
        return exchange.getException() != null
                || exchange.getMessage().getHeader(WhatsAppPolicyConstants.DECISION) != null;
    }
}
