package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownCard;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.template.TemplateShape;

/** The cards of a carousel: as many as were approved, each filled in like a small template. */
final class CardsFill {

    private static final int LONGEST_BODY = 160;

    private CardsFill() {}

    static List<ShownCard> of(List<TemplateShape> approved, boolean named, JsonNode cards, MediaCheck media) {
        if (cards.size() != approved.size()) {
            throw GraphErrors.refuse(
                    132012,
                    "carousel: number of cards (" + cards.size() + ") does not match the number of cards approved ("
                            + approved.size() + ")");
        }
        if (approved.isEmpty()) {
            return List.of();
        }
        ShownCard[] shown = new ShownCard[approved.size()];
        for (JsonNode card : cards) {
            if (Fields.absent(card.path("card_index"))) {
                throw GraphErrors.missing("carousel.cards.card_index");
            }
            int index = card.path("card_index").asInt(-1);
            if (index < 0 || index >= shown.length || shown[index] != null) {
                throw GraphErrors.invalid("carousel.cards.card_index");
            }
            shown[index] = card(approved.get(index), named, card, media);
        }
        return List.of(shown);
    }

    private static ShownCard card(TemplateShape shape, boolean named, JsonNode card, MediaCheck media) {
        Components components = Components.of(card.path("components"), "carousel.cards.components");
        ShownContent header = HeaderFill.of(shape, named, components.header(), media);
        List<String> values = TextParameters.of("body", shape.body(), named, components.body(), LONGEST_BODY);
        return new ShownCard(
                header, shape.body().filled(values), ButtonsFill.of(shape.buttons(), components.buttons(), values));
    }
}
