package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

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

    private static boolean answered(Exchange exchange) {
        return exchange.getException() != null
                || exchange.getMessage().getHeader(WhatsAppPolicyConstants.DECISION) != null;
    }
}
