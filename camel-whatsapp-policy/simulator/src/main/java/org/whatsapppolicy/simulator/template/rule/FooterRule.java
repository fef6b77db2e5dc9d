package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** A footer: 60 characters without variables. */
final class FooterRule {

    private static final int LONGEST = 60;
    private static final int WRONG = 2388073;

    private FooterRule() {}

    static void check(JsonNode footer) {
        String text = Texts.required(footer.path("text"), WRONG, "The footer's text");
        Texts.atMost(text, LONGEST, "The footer");
        if (Variables.of(text).count() > 0) {
            throw GraphErrors.refuse(WRONG, "The footer cannot have variables.");
        }
    }
}
