package org.whatsapppolicy.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request is accepted. */
class RequestPayloadsTest {

    private static final Studio STUDIO = Studio.open();

    @AfterAll
    static void close() {
        STUDIO.close();
    }

    static SortedSet<String> requests() {
        return Payloads.REQUEST.names();
    }

    @ParameterizedTest
    @MethodSource("requests")
    @Conforms({"C-368..C-427", "C-648..C-650"})
    void is_accepted(String name) throws Exception {
        JsonNode answer = RequestScenarios.play(STUDIO, name, Payloads.REQUEST.read(name));

        assertThat(answer.path("error").isMissingNode())
                .as("%s was answered with %s", name, answer)
                .isTrue();
        assertThat(answer.isObject()).isTrue();
    }
}
