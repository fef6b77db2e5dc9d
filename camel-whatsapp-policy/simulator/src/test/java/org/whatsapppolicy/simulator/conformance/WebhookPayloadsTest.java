package org.whatsapppolicy.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.simulator.webhook.Signature;
import org.whatsapppolicy.simulator.webhook.ToldEvents;

/**
 * Every webhook is told with the keys and types of its sample: failures by a person with whom sending fails, the rest by
 * the events there are.
 */
class WebhookPayloadsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<SortedSet<String>> TOLD =
            ToldEvents.all().values().stream().map(told -> Shape.of(read(told))).collect(Collectors.toSet());

    static SortedSet<String> webhooks() {
        return Payloads.WEBHOOK.names();
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    @Conforms("C-464..C-647")
    void is_told_with_the_shape_of_its_sample(String name) throws Exception {
        JsonNode sample = Payloads.WEBHOOK.read(name);
        if (name.equals("signature-vector")) {
            signed(sample);
        } else if (name.equals("verification-request")) {
            verified(sample);
        } else if (name.matches("status-failed-\\d+")) {
            assertThat(Shape.of(failed(sample))).isEqualTo(Shape.of(sample));
        } else {
            assertThat(TOLD).as("the shapes of all events").contains(Shape.of(sample));
        }
    }

    /** A message that fails with the code of the sample, told by the simulator itself. */
    private static JsonNode failed(JsonNode sample) throws Exception {
        JsonNode status = sample.at("/entry/0/changes/0/value/statuses/0");
        int code = status.at("/errors/0/code").asInt();
        try (Studio studio = Studio.open()) {
            studio.simulator().people().person(Studio.PERSON).failsWith(code);
            studio.send(Studio.template("studio_open"));
            studio.simulator().clock().advance(Duration.ofSeconds(1));
            JsonNode told = studio.webhook();

            assertThat(told.at("/entry/0/changes/0/value/statuses/0/errors/0/code")
                            .asInt())
                    .isEqualTo(code);
            return told;
        }
    }

    private static void signed(JsonNode sample) {
        assertThat(sample.path("vectors")).allSatisfy(vector -> assertThat(
                        new Signature(vector.path("app_secret").asText())
                                .of(vector.path("raw_body").asText().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(vector.path("signature").asText()));
    }

    private static void verified(JsonNode sample) {
        try (Studio studio = Studio.open()) {
            assertThat(studio.simulator()
                            .verifyWebhook(sample.at("/query/hub.verify_token").asText()))
                    .isFalse();
            assertThat(Shape.of(studio.handshake())).containsAll(Shape.of(sample.path("query")));
        }
    }

    private static JsonNode read(byte[] told) {
        try {
            return JSON.readTree(told);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
