package org.whatsapppolicy.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.fault.Fault;

/** Every error can be answered, with the keys and types of its sample. */
class ErrorPayloadsTest {

    private static final Studio STUDIO = Studio.open();

    @AfterAll
    static void close() {
        STUDIO.close();
    }

    static SortedSet<String> errors() {
        SortedSet<String> names = new TreeSet<>(Payloads.ERROR.names());
        names.remove("classification");
        return names;
    }

    @ParameterizedTest
    @MethodSource("errors")
    @Conforms({"C-283..C-367", "C-662..C-663"})
    void is_answered_with_the_shape_of_its_sample(String name) throws Exception {
        JsonNode sample = Payloads.ERROR.read(name);

        JsonNode answer = ErrorScenarios.play(STUDIO, name, sample);

        assertThat(answer.at("/error/code")).isEqualTo(sample.at("/error/code"));
        assertThat(answer.at("/error/error_subcode")).isEqualTo(sample.at("/error/error_subcode"));
        assertThat(answer.at("/error/type")).isEqualTo(sample.at("/error/type"));
        assertThat(Shape.of(answer)).isEqualTo(Shape.of(sample));
    }

    static Iterable<JsonNode> codes() {
        return Payloads.ERROR.read("classification").path("entries");
    }

    @ParameterizedTest
    @MethodSource("codes")
    @Conforms("C-215..C-282")
    void is_answered_with_a_documented_status(JsonNode entry) {
        if (entry.has("http")
                && entry.has("code")
                && !entry.has("subcode")
                && !entry.path("http").isEmpty()) {
            int status = GraphErrors.of(entry.path("code").asInt()).status();

            assertThat(entry.path("http")).extracting(JsonNode::asInt).contains(status);
        }
    }

    @Test
    void a_fault_answers_what_the_platform_itself_would() throws Exception {
        STUDIO.simulator().faults().next(Fault.error(131008));
        JsonNode played = STUDIO.send("{}");

        assertThat(Shape.of(played)).isEqualTo(Shape.of(STUDIO.send("{}")));
    }
}
