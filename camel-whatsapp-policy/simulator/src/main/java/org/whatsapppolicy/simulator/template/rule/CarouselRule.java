package org.whatsapppolicy.simulator.template.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** A carousel: 2 to 10 cards of one shape, each with media, a body of 160 characters, and 2 buttons at most. */
final class CarouselRule {

    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int LONGEST_BODY = 160;
    private static final int MOST_BUTTONS = 2;
    private static final int LONGEST_CODE = 20;

    private CarouselRule() {}

    static void check(JsonNode carousel, boolean named) {
        JsonNode cards = carousel.path("cards");
        if (!cards.isArray() || cards.size() < FEWEST || cards.size() > MOST) {
            throw GraphErrors.badParameter("A carousel has 2 to 10 cards, found " + cards.size() + ".");
        }
        List<String> first = null;
        for (JsonNode card : cards) {
            List<String> shape = card(card.path("components"), named);
            if (first != null && !first.equals(shape)) {
                throw GraphErrors.badParameter("All cards of a carousel need the same components.");
            }
            first = shape;
        }
    }

    private static List<String> card(JsonNode components, boolean named) {
        List<String> shape = new ArrayList<>();
        for (JsonNode component : components) {
            String type = component.path("type").asText("").toUpperCase(Locale.ROOT);
            switch (type) {
                case "HEADER" -> {
                    HeaderRule.checkCard(component);
                    shape.add(component.path("format").asText().toUpperCase(Locale.ROOT));
                }
                case "BODY" -> {
                    BodyRule.check(component, named, LONGEST_BODY);
                    shape.add(type);
                }
                case "BUTTONS" -> {
                    ButtonsRule.check(component.path("buttons"), MOST_BUTTONS, LONGEST_CODE);
                    component.path("buttons").forEach(button -> shape.add(ButtonsRule.type(button)));
                }
                default -> throw GraphErrors.badParameter("A card cannot have a component of type " + type + ".");
            }
        }
        if (shape.stream().noneMatch(part -> part.matches("IMAGE|VIDEO|PRODUCT"))) {
            throw GraphErrors.refuse(2388047, "A card needs a header.");
        }
        return shape;
    }
}
