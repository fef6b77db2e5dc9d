package org.whatsapppolicy.policy.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of the catalogue to choose from, possible only inside an open service window.
 *
 * @param header above the text; the platform wants one
 * @param body the text, at most 1024 characters
 * @param catalogId the catalogue
 * @param sections one to ten, with thirty products in all of them together
 * @param footer below it, at most 60 characters, or null
 */
public record ProductListMessage(
        InteractiveHeader header,
        String body,
        String catalogId,
        List<ProductSection> sections,
        @Nullable String footer) implements OutboundMessage {

    /** Checks the limits. */
    public ProductListMessage {
        sections = List.copyOf(sections);
        var unused = content(header, body, catalogId, sections, footer);
    }

    /** A line above, a text, and products of a catalogue. */
    public static ProductListMessage of(String header, String body, String catalogId, ProductSection... sections) {
        return new ProductListMessage(InteractiveHeader.text(header), body, catalogId, List.of(sections), null);
    }

    /** The same with a line of at most 60 characters below the text. */
    public ProductListMessage withFooter(String below) {
        return new ProductListMessage(header, body, catalogId, sections, below);
    }

    @Override
    public MessageContent content() {
        return content(header, body, catalogId, sections, footer);
    }

    private static MessageContent content(
            InteractiveHeader header,
            String body,
            String catalogId,
            List<ProductSection> sections,
            @Nullable String footer) {
        return Interactive.of("product_list")
                .header(header)
                .body(body)
                .footer(footer)
                .action(JsonFields.with("catalog_id", catalogId)
                        .and(
                                "sections",
                                sections.stream().map(ProductSection::cloudApi).toList()));
    }

    @Override
    public String toString() {
        return "ProductListMessage[" + sections.size() + "]";
    }
}
