package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A card of a {@link CarouselMessage}. */
public sealed interface CarouselCard {

    /** The card in Cloud API shape, without its number. */
    Map<String, Object> cloudApi();

    /** A card with a picture, and a button that opens a web page. */
    static CarouselCard link(Media image, String text, String button, String url) {
        return new Link(InteractiveHeader.image(image), text, button, url);
    }

    /** A product of the catalogue. */
    static CarouselCard product(String catalogId, String productRetailerId) {
        return new Product(catalogId, productRetailerId);
    }

    /**
     * A card with a link.
     *
     * @param header a picture or a film
     * @param text at most 160 characters and two line breaks, or null
     * @param button what the button says, at most 20 characters
     * @param url what it opens, http or https
     */
    record Link(InteractiveHeader header, @Nullable String text, String button, String url) implements CarouselCard {
        @Override
        public Map<String, Object> cloudApi() {
            return JsonFields.with("type", "cta_url")
                    .and("header", header.cloudApi())
                    .and("body", text == null ? null : Map.of("text", text))
                    .and("action", CallToActionMessage.link(button, url).map())
                    .map();
        }

        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /**
     * A card with a product.
     *
     * @param catalogId the catalogue
     * @param productRetailerId the product in it
     */
    record Product(String catalogId, String productRetailerId) implements CarouselCard {
        @Override
        public Map<String, Object> cloudApi() {
            return JsonFields.with("type", "product")
                    .and(
                            "action",
                            JsonFields.with("product_retailer_id", productRetailerId)
                                    .and("catalog_id", catalogId)
                                    .map())
                    .map();
        }
    }
}
