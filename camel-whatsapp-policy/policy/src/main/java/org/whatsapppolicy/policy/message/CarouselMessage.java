package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Two to ten cards to leaf through, all with a link or all with a product, possible only inside an open service window.
 *
 * @param body the text above the cards, at most 1024 characters
 * @param cards in their order
 */
public record CarouselMessage(String body, List<CarouselCard> cards) implements OutboundMessage {

    /** Checks the limits. */
    public CarouselMessage {
        cards = List.copyOf(cards);
        var unused = content(body, cards);
    }

    /** A text and its cards. */
    public static CarouselMessage of(String body, CarouselCard... cards) {
        return new CarouselMessage(body, List.of(cards));
    }

    @Override
    public MessageContent content() {
        return content(body, cards);
    }

    private static MessageContent content(String body, List<CarouselCard> cards) {
        Object numbered = IntStream.range(0, cards.size())
                .mapToObj(i -> JsonFields.with("card_index", i)
                        .and(cards.get(i).cloudApi())
                        .map())
                .toList();
        return Interactive.of("carousel").body(body).action(JsonFields.with("cards", numbered));
    }

    @Override
    public String toString() {
        return "CarouselMessage[" + cards.size() + "]";
    }
}
