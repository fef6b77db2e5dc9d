package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** A body: 1024 characters, or more where it stands alone, with well-placed variables and an example for each. */
final class BodyRule {

    private static final int WRONG = 2388072;

    private BodyRule() {}

    static void check(JsonNode body, boolean named, int longest) {
        String text = Texts.required(body.path("text"), WRONG, "The body's text");
        Texts.atMost(text, longest, "The body");
        Variables variables = Variables.of(text);
        variables.inFormat(named, WRONG, "The body");
        Variables.placed(text, variables, "The body");
        JsonNode example = body.path("example");
        int examples = named
                ? example.path("body_text_named_params").size()
                : Math.max(example.path("body_text").path(0).size(), plain(example.path("body_text")));
        if (examples < variables.count()) {
            throw GraphErrors.refuse(
                    WRONG, "The body has " + variables.count() + " variables, but examples for " + examples + ".");
        }
    }

    /** Some clients write the examples as one list instead of a list of lists. */
    private static int plain(JsonNode examples) {
        return examples.path(0).isTextual() ? examples.size() : 0;
    }
}
