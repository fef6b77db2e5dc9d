package org.whatsapppolicy.policy.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Requests in Cloud API shape, the smallest that pass, with room to put in one thing more. */
final class Bodies {

    private Bodies() {}

    static Map<String, Object> request(String type, Object object) {
        return Map.of("type", type, type, object);
    }

    /** That many characters, each of which takes two places in a Java string. */
    static String characters(int count) {
        return "\uD834\uDD1E".repeat(count);
    }

    static List<Object> times(int count, IntFunction<Object> element) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(element).toList());
    }

    static Map<String, Object> with(Map<String, Object> object, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(object);
        more.put(field, value);
        return more;
    }

    static Map<String, Object> interactive(String kind, Map<String, Object> action) {
        return Map.of("type", kind, "body", words("Body"), "action", action);
    }

    static Map<String, Object> words(Object text) {
        return Map.of("text", text);
    }

    static Map<String, Object> reply(Object id, Object title) {
        return Map.of("type", "reply", "reply", Map.of("id", id, "title", title));
    }

    static Map<String, Object> buttons(Object... buttons) {
        return interactive("button", Map.of("buttons", List.of(buttons)));
    }

    static Map<String, Object> list(Object button, Object... sections) {
        return interactive("list", Map.of("button", button, "sections", List.of(sections)));
    }

    static Map<String, Object> row(Object id, Object title, Object description) {
        return Map.of("id", id, "title", title, "description", description);
    }

    static Map<String, Object> section(Object title, int rows) {
        return Map.of("title", title, "rows", times(rows, i -> row("id" + i, "title", "")));
    }

    static Map<String, Object> products(Object title, int items) {
        return Map.of("title", title, "product_items", times(items, i -> Map.of("product_retailer_id", "sku" + i)));
    }

    static Map<String, Object> productList(Object... sections) {
        return with(
                interactive("product_list", Map.of("catalog_id", "1", "sections", List.of(sections))),
                "header",
                Map.of("type", "text", "text", "Plants"));
    }

    static Map<String, Object> ctaUrl(Object label, Object url) {
        return Map.of("name", "cta_url", "parameters", Map.of("display_text", label, "url", url));
    }

    static Map<String, Object> flow(Map<String, Object> more) {
        Map<String, Object> parameters =
                new LinkedHashMap<>(Map.of("flow_message_version", "3", "flow_id", "1", "flow_cta", "Book"));
        parameters.putAll(more);
        return interactive("flow", Map.of("name", "flow", "parameters", parameters));
    }

    static Map<String, Object> card(int index, Object body) {
        return Map.of(
                "card_index", index,
                "type", "cta_url",
                "header", Map.of("type", "image", "image", Map.of("id", "1")),
                "body", words(body),
                "action", ctaUrl("Shop", "https://shop.example/d"));
    }

    static Map<String, Object> carousel(List<Object> cards) {
        return interactive("carousel", Map.of("cards", cards));
    }

    static Map<String, Object> template(Object... components) {
        return Map.of("name", "slip_due", "language", Map.of("code", "pt_BR"), "components", List.of(components));
    }

    static Map<String, Object> component(String type, Object... parameters) {
        return Map.of("type", type, "parameters", List.of(parameters));
    }

    static Map<String, Object> button(String kind, Object index, Object parameter) {
        return Map.of("type", "button", "sub_type", kind, "index", index, "parameters", List.of(parameter));
    }

    static Map<String, Object> parameter(String type, Object value) {
        return Map.of("type", type, type, value);
    }

    static Map<String, Object> offer() {
        return component(
                "limited_time_offer",
                parameter("limited_time_offer", Map.of("expiration_time_ms", 1_800_000_000_000L)));
    }

    static Map<String, Object> templateCard(int index, Object... components) {
        return Map.of("card_index", index, "components", List.of(components));
    }
}
