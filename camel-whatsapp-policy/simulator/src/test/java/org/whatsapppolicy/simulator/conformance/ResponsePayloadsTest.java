package org.whatsapppolicy.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer is given in a scenario of its own, with the keys and types of its sample. */
class ResponsePayloadsTest {

    static SortedSet<String> responses() {
        return Payloads.RESPONSE.names();
    }

    @ParameterizedTest
    @MethodSource("responses")
    @Conforms({"C-428..C-463", "C-651..C-661"})
    void is_answered_with_the_shape_of_its_sample(String name) throws Exception {
        try (Studio studio = Studio.open()) {
            JsonNode answer = ResponseScenarios.play(studio, name);

            assertThat(Shape.of(answer))
                    .as("%s was answered with %s", name, answer)
                    .isEqualTo(Shape.of(Payloads.RESPONSE.read(name)));
        }
    }
}
