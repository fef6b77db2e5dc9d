package org.whatsapppolicy.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** The templates that the sample requests fill in, as the platform would list them. */
final class StudioTemplates {

    private StudioTemplates() {}

    static List<SimulatedTemplate> all() {
        List<SimulatedTemplate> templates = new ArrayList<>();
        try (InputStream in = StudioTemplates.class.getResourceAsStream("/conformance/templates.json")) {
            for (JsonNode listed : new ObjectMapper().readTree(Objects.requireNonNull(in))) {
                templates.add(SimulatedTemplate.of(
                                listed.path("name").asText(),
                                listed.path("language").asText(),
                                listed.path("category").asText())
                        .withComponents(listed.path("components")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }
}
