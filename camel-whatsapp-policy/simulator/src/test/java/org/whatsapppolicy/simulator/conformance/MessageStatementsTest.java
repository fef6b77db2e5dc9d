package org.whatsapppolicy.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What may stand in a message and what may not, statement by statement. Each line of {@code messages.jsonl} takes a
 * sample request, changes it at some places, and says with which error codes it may be answered; 200 stands for none.
 */
class MessageStatementsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Studio STUDIO = Studio.open();
    private static final Map<String, List<JsonNode>> CHECKS = read();

    @AfterAll
    static void close() {
        STUDIO.close();
    }

    private static Map<String, List<JsonNode>> read() {
        Map<String, List<JsonNode>> checks = new TreeMap<>();
        try (InputStream in = MessageStatementsTest.class.getResourceAsStream("/conformance/messages.jsonl");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode check = JSON.readTree(line);
                checks.computeIfAbsent(check.path("id").asText(), any -> new ArrayList<>())
                        .add(check);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checks;
    }

    static List<String> statements() {
        return List.copyOf(CHECKS.keySet());
    }

    @Test
    void every_statement_cited_here_has_its_checks() throws Exception {
        String[] cited = MessageStatementsTest.class
                .getDeclaredMethod("is_answered_as_documented", String.class)
                .getAnnotation(Conforms.class)
                .value();

        assertThat(statements()).containsExactlyElementsOf(Citations.expanded(cited));
    }

    @ParameterizedTest
    @MethodSource("statements")
    @Conforms("C-001..C-119")
    void is_answered_as_documented(String id) throws Exception {
        for (JsonNode check : Objects.requireNonNull(CHECKS.get(id))) {
            String sample = check.path("base").asText();
            ObjectNode request = Payloads.REQUEST.read(sample).deepCopy();
            for (Map.Entry<String, JsonNode> change : check.path("set").properties()) {
                set(request, JsonPointer.compile(change.getKey()), written(change.getValue()));
            }
            check.path("remove").forEach(path -> remove(request, JsonPointer.compile(path.asText())));

            JsonNode answer = sample.equals("mark-read") || check.path("set").has("/reaction/message_id")
                    ? STUDIO.send(request.toString())
                    : RequestScenarios.play(STUDIO, sample, request);

            assertThat(check.path("answer"))
                    .as("%s: %s was answered with %s", id, check, answer)
                    .extracting(JsonNode::asInt)
                    .contains(answer.has("error") ? answer.at("/error/code").asInt() : 200);
        }
    }

    /** A value as it stands, or {@code {"x": n}} for a text of so many letters. */
    private static JsonNode written(JsonNode value) {
        return value.isObject() && value.size() == 1 && value.path("x").isInt()
                ? TextNode.valueOf("x".repeat(value.path("x").asInt()))
                : value;
    }

    private static void set(JsonNode root, JsonPointer place, JsonNode value) {
        JsonNode parent = root.at(place.head());
        String last = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw new AssertionError("nothing to change at " + place);
        }
    }

    private static void remove(JsonNode root, JsonPointer place) {
        if (!(root.at(place.head()) instanceof ObjectNode object)
                || object.remove(place.last().getMatchingProperty()) == null) {
            throw new AssertionError("nothing to take away at " + place);
        }
    }
}
