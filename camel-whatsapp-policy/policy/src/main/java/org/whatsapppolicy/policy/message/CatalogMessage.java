package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text with a button that opens the catalogue, possible only inside an open service window.
 *
 * @param body the text, at most 1024 characters
 * @param thumbnail the retailer id of the product whose picture shows, or null: the first
 * @param footer below it, at most 60 characters, or null
 */
public record CatalogMessage(
        String body, @Nullable String thumbnail, @Nullable String footer) implements OutboundMessage {

    /** Checks the limits. */
    public CatalogMessage {
        var unused = content(body, thumbnail, footer);
    }

    /** The text and whose picture shows. */
    public static CatalogMessage of(String body, String thumbnail) {
        return new CatalogMessage(body, thumbnail, null);
    }

    /** The same with a line of at most 60 characters below the text. */
    public CatalogMessage withFooter(String below) {
        return new CatalogMessage(body, thumbnail, below);
    }

    @Override
    public MessageContent content() {
        return content(body, thumbnail, footer);
    }

    private static MessageContent content(String body, @Nullable String thumbnail, @Nullable String footer) {
        return Interactive.of("catalog_message")
                .body(body)
                .footer(footer)
                .action(JsonFields.with("name", "catalog_message")
                        .and(
                                "parameters",
                                thumbnail == null ? null : Map.of("thumbnail_product_retailer_id", thumbnail)));
    }

    @Override
    public String toString() {
        return "CatalogMessage[]";
    }
}
