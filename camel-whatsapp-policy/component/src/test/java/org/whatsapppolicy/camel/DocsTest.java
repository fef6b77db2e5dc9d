package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tables of docs/component.md are those of the generated descriptor. */
class DocsTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "component.md");
    private static final String START = "<!-- tables: start -->\n";
    private static final String END = "<!-- tables: end -->";
    private static final Set<String> CAMELS_OWN = Set.of(
            "lazyStartProducer",
            "autowiredEnabled",
            "configuration",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled");

    @Test
    void the_tables_are_true() throws Exception {
        String page = Files.readString(PAGE);
        int from = page.indexOf(START) + START.length();
        int to = page.indexOf(END);
        String tables = tables();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(PAGE, page.substring(0, from) + tables + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to))
                .as("run with -Ddocs.update=true to write the tables")
                .isEqualTo(tables);
    }

    private static String tables() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                DocsTest.class.getResourceAsStream("/META-INF/org/whatsapppolicy/camel/whatsapp-policy.json"))) {
            JsonNode descriptor = new ObjectMapper().readTree(in);
            StringBuilder text = new StringBuilder();
            table(text, "Component options", descriptor.get("componentProperties"), true);
            table(text, "Endpoint options", descriptor.get("properties"), false);
            table(text, "Headers", descriptor.get("headers"), false);
            return text.toString();
        }
    }

    private static void table(StringBuilder text, String title, JsonNode options, boolean ownOnly) {
        text.append("\n### ").append(title).append("\n\n| name | meaning | default |\n| --- | --- | --- |\n");
        Map<String, JsonNode> sorted = new TreeMap<>();
        options.properties().forEach(option -> sorted.put(option.getKey(), option.getValue()));
        sorted.forEach((name, option) -> {
            boolean shown = !CAMELS_OWN.contains(name) && !(ownOnly && option.has("configurationClass"));
            if (shown) {
                String prefix = option.path("prefix").asText();
                String shownAs = prefix.isEmpty() ? name : prefix + "*";
                String given = option.path("defaultValue").asText();
                text.append(String.join(
                                " | ",
                                List.of(
                                        "| `" + shownAs + "`",
                                        option.path("description").asText().replace("|", "\\|"),
                                        given.isEmpty() ? "" : "`" + given + "`")))
                        .append(" |\n");
            }
        });
    }
}
