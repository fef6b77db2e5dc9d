package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** A limited-time offer: 16 characters, for marketing only. */
final class OfferRule {

    private static final int LONGEST = 16;

    private OfferRule() {}

    static void check(JsonNode offer, String category) {
        if (!category.equals("MARKETING")) {
            throw GraphErrors.badParameter("A limited-time offer is for marketing only.");
        }
        String text =
                Texts.required(offer.path("limited_time_offer").path("text"), 100, "The limited-time offer's text");
        Texts.atMost(text, LONGEST, "The limited-time offer");
    }
}
