package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of products.
 *
 * @param title at most 24 characters; needed when there is more than one section
 * @param productRetailerIds at least one
 */
public record ProductSection(@Nullable String title, List<String> productRetailerIds) {

    /** Copies the list. */
    public ProductSection {
        productRetailerIds = List.copyOf(productRetailerIds);
    }

    /** A section with a title. */
    public static ProductSection of(String title, String... productRetailerIds) {
        return new ProductSection(title, List.of(productRetailerIds));
    }

    Map<String, Object> cloudApi() {
        return JsonFields.with("title", title)
                .and(
                        "product_items",
                        productRetailerIds.stream()
                                .map(id -> Map.of("product_retailer_id", id))
                                .toList())
                .map();
    }

    @Override
    public String toString() {
        return "ProductSection[" + productRetailerIds.size() + "]";
    }
}
