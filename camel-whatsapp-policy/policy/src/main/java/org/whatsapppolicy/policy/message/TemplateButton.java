package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fills one button of a template. Its index counts all buttons of the template from 0, the unfilled ones too. */
public sealed interface TemplateButton {

    /** Place among the buttons, from 0. */
    int index();

    /** The platform's word for the kind of button. */
    String subType();

    /** The one parameter in Cloud API shape. */
    Map<String, Object> parameter();

    /**
     * A quick reply.
     *
     * @param index from 0
     * @param payload comes back when it is tapped
     */
    record QuickReply(int index, String payload) implements TemplateButton {
        @Override
        public String subType() {
            return "quick_reply";
        }

        @Override
        public Map<String, Object> parameter() {
            return Map.of("type", "payload", "payload", payload);
        }

        @Override
        public String toString() {
            return "QuickReply[" + index + "]";
        }
    }

    /**
     * A link with a variable end.
     *
     * @param index from 0
     * @param suffix appended to the template's URL
     */
    record Url(int index, String suffix) implements TemplateButton {
        @Override
        public String subType() {
            return "url";
        }

        @Override
        public Map<String, Object> parameter() {
            return Map.of("type", "text", "text", suffix);
        }

        @Override
        public String toString() {
            return "Url[" + index + "]";
        }
    }

    /**
     * Copies a coupon code.
     *
     * @param index from 0
     * @param code at most 20 characters, 15 in a limited-time offer
     */
    record CopyCode(int index, String code) implements TemplateButton {
        @Override
        public String subType() {
            return "copy_code";
        }

        @Override
        public Map<String, Object> parameter() {
            return Map.of("type", "coupon_code", "coupon_code", code);
        }

        @Override
        public String toString() {
            return "CopyCode[" + index + "]";
        }
    }

    /**
     * Opens a Flow.
     *
     * @param index from 0
     * @param token given to the Flow, or null
     * @param data for its first screen; empty for none
     */
    record Flow(int index, @Nullable String token, Map<String, Object> data) implements TemplateButton {

        public Flow {
            data = JsonValues.copy(data);
        }

        @Override
        public String subType() {
            return "flow";
        }

        @Override
        public Map<String, Object> parameter() {
            Map<String, Object> action = new LinkedHashMap<>();
            if (token != null) {
                action.put("flow_token", token);
            }
            if (!data.isEmpty()) {
                action.put("flow_action_data", data);
            }
            return Map.of("type", "action", "action", action);
        }

        @Override
        public String toString() {
            return "Flow[" + index + "]";
        }
    }

    /**
     * Opens the catalogue.
     *
     * @param index from 0
     * @param thumbnailProductRetailerId the product shown
     */
    record Catalog(int index, String thumbnailProductRetailerId) implements TemplateButton {
        @Override
        public String subType() {
            return "catalog";
        }

        @Override
        public Map<String, Object> parameter() {
            return Map.of(
                    "type", "action", "action", Map.of("thumbnail_product_retailer_id", thumbnailProductRetailerId));
        }
    }

    /**
     * Opens a list of products.
     *
     * @param index from 0
     * @param thumbnailProductRetailerId the product shown
     * @param sections at most 10, with at most 30 products in total
     */
    record Products(int index, String thumbnailProductRetailerId, List<Section> sections) implements TemplateButton {

        public Products {
            sections = List.copyOf(sections);
        }

        @Override
        public String subType() {
            return "mpm";
        }

        @Override
        public Map<String, Object> parameter() {
            Map<String, Object> action = Map.of(
                    "thumbnail_product_retailer_id",
                    thumbnailProductRetailerId,
                    "sections",
                    sections.stream().map(Section::cloudApi).toList());
            return Map.of("type", "action", "action", action);
        }
    }

    /**
     * Some products under a title.
     *
     * @param title at most 24 characters
     * @param productRetailerIds the products
     */
    record Section(String title, List<String> productRetailerIds) {

        public Section {
            productRetailerIds = List.copyOf(productRetailerIds);
        }

        Map<String, Object> cloudApi() {
            List<Map<String, Object>> items = productRetailerIds.stream()
                    .map(id -> Map.<String, Object>of("product_retailer_id", id))
                    .toList();
            return Map.of("title", title, "product_items", items);
        }
    }
}
