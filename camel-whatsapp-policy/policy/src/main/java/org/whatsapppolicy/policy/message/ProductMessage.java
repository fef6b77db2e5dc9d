package org.whatsapppolicy.policy.message;

import org.jspecify.annotations.Nullable;

/**
 * One product of the catalogue, possible only inside an open service window.
 *
 * @param body the text, at most 1024 characters, or null
 * @param catalogId the catalogue
 * @param productRetailerId the product in it
 * @param footer below it, at most 60 characters, or null
 */
public record ProductMessage(
        @Nullable String body,
        String catalogId,
        String productRetailerId,
        @Nullable String footer) implements OutboundMessage {

    /** Checks the limits. */
    public ProductMessage {
        var unused = content(body, catalogId, productRetailerId, footer);
    }

    /** A product without words of ours. */
    public static ProductMessage of(String catalogId, String productRetailerId) {
        return new ProductMessage(null, catalogId, productRetailerId, null);
    }

    /** The same with a line of at most 60 characters below the text. */
    public ProductMessage withFooter(String below) {
        return new ProductMessage(body, catalogId, productRetailerId, below);
    }

    /** The same with a text of at most 1024 characters. */
    public ProductMessage withBody(String text) {
        return new ProductMessage(text, catalogId, productRetailerId, footer);
    }

    @Override
    public MessageContent content() {
        return content(body, catalogId, productRetailerId, footer);
    }

    private static MessageContent content(
            @Nullable String body, String catalogId, String productRetailerId, @Nullable String footer) {
        return Interactive.of("product")
                .body(body)
                .footer(footer)
                .action(JsonFields.with("catalog_id", catalogId).and("product_retailer_id", productRetailerId));
    }

    @Override
    public String toString() {
        return "ProductMessage[]";
    }
}
