package org.whatsapppolicy.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import java.util.TreeSet;
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
        SortedSet<String> names = new TreeSet<>(Payloads.REQUEST.names());
        names.removeAll(NotModelled.names(Payloads.REQUEST));
        return names;
    }

    @ParameterizedTest
    @MethodSource("requests")
    @Conforms("C-368..C-427")
    void is_accepted(String name) throws Exception {
        JsonNode answer = RequestScenarios.play(STUDIO, name, Payloads.REQUEST.read(name));

        assertThat(answer.path("error").isMissingNode())
                .as("%s was answered with %s", name, answer)
                .isTrue();
        assertThat(answer.isObject()).isTrue();
    }
}
