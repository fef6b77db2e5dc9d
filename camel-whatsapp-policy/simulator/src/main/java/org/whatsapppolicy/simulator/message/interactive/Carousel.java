package org.whatsapppolicy.simulator.message.interactive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.message.type.MediaCheck;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownCard;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** {@code carousel}: two to ten cards side by side, all with an address to open or all with a product. */
final class Carousel implements InteractiveKind {

    private static final String CARDS = "interactive.action.cards";
    private static final Set<String> CARD_HEADER = Set.of("image", "video");
    private static final int LONGEST_BODY = 160;
    private static final int MOST_LINE_BREAKS = 2;

    @Override
    public String name() {
        return "carousel";
    }

    @Override
    public ShownContent.Rich check(JsonNode interactive, MediaCheck media) {
        Frame frame = Frame.of(interactive, media, Frame.NO_HEADER, 1024);
        if (frame.footer() != null) {
            throw GraphErrors.invalid("interactive.footer");
        }
        JsonNode cards = Fields.array(Action.of(interactive).path("cards"), CARDS, 2, 10);
        String type = Fields.text(cards.path(0).path("type"), CARDS + ".type", 64);
        boolean products = type.equals("product");
        if (!products && !type.equals("cta_url")) {
            throw GraphErrors.invalid(CARDS + ".type");
        }
        List<ShownCard> shown = new ArrayList<>();
        for (JsonNode card : cards) {
            if (!card.path("type").asText().equals(type)) {
                throw GraphErrors.invalid(CARDS + ".type");
            }
            index(card.path("card_index"), shown.size());
            shown.add(products ? product(card) : address(card, media));
        }
        return frame.with(List.of(), List.of(), shown);
    }

    private static void index(JsonNode index, int position) {
        if (Fields.absent(index)) {
            throw GraphErrors.missing(CARDS + ".card_index");
        }
        if (index.asInt(-1) != position) {
            throw GraphErrors.invalid(CARDS + ".card_index");
        }
    }

    private static ShownCard product(JsonNode card) {
        ShownContent.Product product = Catalog.product(Action.of(card));
        return new ShownCard(
                product, "", List.of(new ShownButton(ShownButton.Kind.CATALOG, "View", product.retailerId())));
    }

    private static ShownCard address(JsonNode card, MediaCheck media) {
        ShownContent header = Frame.header(card, media, CARD_HEADER);
        if (header == null) {
            throw GraphErrors.missing(CARDS + ".header");
        }
        String body = Fields.optionalText(card.path("body").path("text"), CARDS + ".body.text", LONGEST_BODY);
        if (body != null && body.chars().filter(c -> c == '\n').count() > MOST_LINE_BREAKS) {
            throw GraphErrors.invalid(CARDS + ".body.text");
        }
        return new ShownCard(header, body == null ? "" : body, List.of(CallToAction.button(card)));
    }
}
