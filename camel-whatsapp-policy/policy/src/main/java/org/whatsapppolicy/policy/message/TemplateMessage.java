package org.whatsapppolicy.policy.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A template and what fills it. Whether that is all the approved template needs is for the rules to say.
 *
 * @param name lower-case name
 * @param language the platform's code, such as {@code pt_BR}
 * @param header null when nothing in the header varies
 * @param body in order when positional
 * @param buttons those that have a variable part
 * @param offerEnds when a limited-time offer ends, or null
 * @param cards of a carousel, 2 to 10, as many as the approved template has; empty for none
 */
public record TemplateMessage(
        String name,
        String language,
        @Nullable TemplateHeader header,
        List<TemplateParameter> body,
        List<TemplateButton> buttons,
        @Nullable Instant offerEnds,
        List<TemplateCard> cards)
        implements OutboundMessage {

    /** Copies the lists and checks the limits. */
    public TemplateMessage {
        body = List.copyOf(body);
        buttons = List.copyOf(buttons);
        cards = List.copyOf(cards);
        var unused = content(name, language, header, body, buttons, offerEnds, cards);
    }

    /** Starts a template message. */
    public static Builder builder(String name, String language) {
        return new Builder(name, language);
    }

    /**
     * A template whose body is filled from a map, as headers or rows carry it.
     *
     * @param parameters by position ({@code 1}, {@code 2}, …, without gaps) or by name, not both; see
     *     {@link Builder#parameters(Map)}
     * @throws InvalidMessageException naming the parameter that is missing or is no single value
     */
    public static TemplateMessage fromParameters(String name, String language, Map<String, ?> parameters) {
        return builder(name, language).parameters(parameters).build();
    }

    @Override
    public MessageContent content() {
        return content(name, language, header, body, buttons, offerEnds, cards);
    }

    private static MessageContent content(
            String name,
            String language,
            @Nullable TemplateHeader header,
            List<TemplateParameter> body,
            List<TemplateButton> buttons,
            @Nullable Instant offerEnds,
            List<TemplateCard> cards) {
        List<Map<String, Object>> components = components(header, body, buttons);
        if (offerEnds != null) {
            Map<String, Object> offer = Map.of("expiration_time_ms", offerEnds.toEpochMilli());
            components.add(
                    component("limited_time_offer", Map.of("type", "limited_time_offer", "limited_time_offer", offer)));
        }
        if (!cards.isEmpty()) {
            List<Map<String, Object>> numbered = IntStream.range(0, cards.size())
                    .mapToObj(i -> cards.get(i).cloudApi(i))
                    .toList();
            components.add(Map.of("type", "carousel", "cards", numbered));
        }
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("name", name);
        template.put("language", Map.of("code", language));
        if (!components.isEmpty()) {
            template.put("components", components);
        }
        return MessageReader.cloudApi(Map.of("type", "template", "template", template));
    }

    @Override
    public String toString() {
        return "TemplateMessage[" + name + " " + language + "]";
    }

    static List<Map<String, Object>> components(
            @Nullable TemplateHeader header, List<TemplateParameter> body, List<TemplateButton> buttons) {
        List<Map<String, Object>> components = new ArrayList<>();
        if (header != null) {
            components.add(component("header", header.cloudApi()));
        }
        if (!body.isEmpty()) {
            components.add(Map.of(
                    "type",
                    "body",
                    "parameters",
                    body.stream().map(TemplateParameter::cloudApi).toList()));
        }
        for (TemplateButton button : buttons) {
            Map<String, Object> component = new LinkedHashMap<>(component("button", button.parameter()));
            component.put("sub_type", button.subType());
            component.put("index", Integer.toString(button.index()));
            components.add(component);
        }
        return components;
    }

    private static Map<String, Object> component(String type, Map<String, Object> parameter) {
        return Map.of("type", type, "parameters", List.of(parameter));
    }

    /** Collects what fills a template. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final String language;
        private @Nullable TemplateHeader header;
        private List<TemplateParameter> body = List.of();
        private final List<TemplateButton> buttons = new ArrayList<>();
        private @Nullable Instant offerEnds;
        private final List<TemplateCard> cards = new ArrayList<>();

        private Builder(String name, String language) {
            this.name = name;
            this.language = language;
        }

        /** What fills the header. */
        public Builder header(TemplateHeader header) {
            this.header = header;
            return this;
        }

        /** What fills the body, in order when positional. */
        public Builder body(TemplateParameter... parameters) {
            body = List.of(parameters);
            return this;
        }

        /** Positional texts of the body. */
        public Builder body(String... texts) {
            body = Arrays.stream(texts).map(TemplateParameter::text).toList();
            return this;
        }

        /**
         * Fills the body from a map: keys {@code 1}, {@code 2}, … are positional, any other key is a name. Texts, numbers
         * (plain digits, a point, no grouping), booleans, enums, UUIDs and {@code java.time} values (ISO 8601) are taken;
         * null is a missing parameter.
         *
         * @throws InvalidMessageException naming the parameter that is missing or is no single value
         */
        public Builder parameters(Map<String, ?> parameters) {
            body = ParameterMap.read(parameters);
            return this;
        }

        /** A button that has a variable part. */
        public Builder button(TemplateButton button) {
            buttons.add(button);
            return this;
        }

        /** When the limited-time offer ends. */
        public Builder offerEnds(Instant end) {
            offerEnds = end;
            return this;
        }

        /** The next card of a carousel. */
        public Builder card(TemplateCard card) {
            cards.add(card);
            return this;
        }

        /**
         * Fills an authentication template: the code in its body and in its button.
         *
         * @param code at most 15 characters
         * @throws InvalidMessageException when it is empty or longer
         */
        public Builder authenticationCode(String code) {
            Shape.text(TemplateShapes.MAX_AUTHENTICATION_CODE).check("template.components[0].parameters[0].text", code);
            buttons.add(new TemplateButton.Url(0, code));
            return body(code);
        }

        /**
         * The message, already checked.
         *
         * @throws InvalidMessageException naming the field, the limit and the actual size
         */
        public TemplateMessage build() {
            return new TemplateMessage(name, language, header, body, buttons, offerEnds, cards);
        }
    }
}
