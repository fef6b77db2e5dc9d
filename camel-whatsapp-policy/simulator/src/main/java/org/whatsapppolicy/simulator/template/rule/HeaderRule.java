package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** A header: a text of 60 characters with one variable at most, or media with a sample, or a location or product. */
final class HeaderRule {

    private static final int LONGEST = 60;
    private static final int WRONG = 2388047;
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT", "GIF");
    private static final Set<String> BARE = Set.of("LOCATION", "PRODUCT");

    private HeaderRule() {}

    static void check(JsonNode header, boolean named) {
        String format = header.path("format").asText("").toUpperCase(Locale.ROOT);
        if (format.equals("TEXT")) {
            text(header, named);
        } else if (MEDIA.contains(format)) {
            if (header.path("example").path("header_handle").isEmpty()) {
                throw GraphErrors.refuse(WRONG, "A header of format " + format + " needs an example header_handle.");
            }
        } else if (!BARE.contains(format)) {
            throw GraphErrors.refuse(WRONG, "The header's format is none of those known: " + format + ".");
        }
    }

    /** A header on a card of a carousel is media or a product. */
    static void checkCard(JsonNode header) {
        String format = header.path("format").asText("").toUpperCase(Locale.ROOT);
        if (!format.matches("IMAGE|VIDEO|PRODUCT")) {
            throw GraphErrors.refuse(WRONG, "A card's header has to be IMAGE, VIDEO or PRODUCT, found " + format + ".");
        }
        check(header, false);
    }

    private static void text(JsonNode header, boolean named) {
        String text = Texts.required(header.path("text"), WRONG, "The header's text");
        Texts.atMost(text, LONGEST, "The header");
        Variables variables = Variables.of(text);
        if (variables.count() > 1) {
            throw GraphErrors.refuse(WRONG, "The header can have one variable, found " + variables.count() + ".");
        }
        variables.inFormat(named, WRONG, "The header");
        JsonNode example = header.path("example");
        boolean shown = !example.path(named ? "header_text_named_params" : "header_text")
                .isEmpty();
        if (variables.count() == 1 && !shown) {
            throw GraphErrors.refuse(WRONG, "The header's variable needs an example.");
        }
    }
}
