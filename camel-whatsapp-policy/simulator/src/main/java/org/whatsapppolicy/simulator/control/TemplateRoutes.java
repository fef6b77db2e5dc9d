package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.template.StoredTemplate;

/** The templates and what the platform does to them. */
final class TemplateRoutes {

    private final Controlled simulator;

    TemplateRoutes(Controlled simulator) {
        this.simulator = simulator;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/templates", "the templates of all accounts", ask -> Reply.of(list())),
                Route.post(
                        "/templates/{name}/{language}",
                        "`{\"status\":\"PAUSED\",\"category\":\"MARKETING\",\"quality\":\"RED\"}`, whichever is to"
                                + " change; told by webhook",
                        this::change));
    }

    private ObjectNode list() {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("templates");
        for (StoredTemplate stored : simulator.templates().all()) {
            SimulatedTemplate template = stored.template();
            list.addObject()
                    .put("name", template.name())
                    .put("language", template.language())
                    .put("category", template.category())
                    .put("status", template.status())
                    .put("quality", template.quality())
                    .put("body", template.body());
        }
        return answer;
    }

    private Reply change(Ask ask) {
        String name = ask.inPath("name");
        String language = ask.inPath("language");
        String status = ask.textOrNull("status");
        if (status != null) {
            simulator.templates().status(name, language, status.toUpperCase(Locale.ROOT));
        }
        String category = ask.textOrNull("category");
        if (category != null) {
            simulator.templates().category(name, language, category.toUpperCase(Locale.ROOT));
        }
        String quality = ask.textOrNull("quality");
        if (quality != null) {
            simulator.templates().quality(name, language, quality.toUpperCase(Locale.ROOT));
        }
        return Reply.of(list());
    }
}
