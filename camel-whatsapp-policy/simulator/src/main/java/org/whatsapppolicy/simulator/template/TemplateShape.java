package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a template, or one card of its carousel, is made of: its components, taken apart.
 *
 * @param headerFormat TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION or PRODUCT; null without a header
 * @param header the header's text, empty unless its format is TEXT
 * @param footer null without one
 * @param offer the text of a limited-time offer, null without one
 * @param offerExpires whether a send has to say when the offer ends
 * @param cards the cards of a carousel, empty without one
 */
public record TemplateShape(
        @Nullable String headerFormat,
        TextWithVariables header,
        TextWithVariables body,
        @Nullable String footer,
        List<TemplateButton> buttons,
        @Nullable String offer,
        boolean offerExpires,
        List<TemplateShape> cards) {

    private static final String CODE_TEXT = "{{1}} is your verification code.";
    private static final String SECURITY_TEXT = " For your security, do not share this code.";

    /** Copies the lists. */
    public TemplateShape {
        buttons = List.copyOf(buttons);
        cards = List.copyOf(cards);
    }

    /** Takes components apart, written as they are at creation and in lists of templates. */
    public static TemplateShape of(JsonNode components) {
        String headerFormat = null;
        String header = "";
        String body = "";
        String footer = null;
        String offer = null;
        boolean offerExpires = false;
        List<TemplateButton> buttons = new ArrayList<>();
        List<TemplateShape> cards = new ArrayList<>();
        for (JsonNode component : components) {
            switch (component.path("type").asText("").toUpperCase(Locale.ROOT)) {
                case "HEADER" -> {
                    headerFormat = component.path("format").asText("TEXT").toUpperCase(Locale.ROOT);
                    header = component.path("text").asText("");
                }
                case "BODY" -> body = body(component);
                case "FOOTER" -> footer = footer(component);
                case "BUTTONS" -> component.path("buttons").forEach(button -> buttons.add(TemplateButton.of(button)));
                case "LIMITED_TIME_OFFER" -> {
                    offer = component.path("limited_time_offer").path("text").asText("");
                    offerExpires = component
                            .path("limited_time_offer")
                            .path("has_expiration")
                            .asBoolean();
                }
                case "CAROUSEL" -> component.path("cards").forEach(card -> cards.add(of(card.path("components"))));
                default -> {
                    // A component nobody can fill in at sending needs no place here.
                }
            }
        }
        return new TemplateShape(
                headerFormat,
                TextWithVariables.of(header),
                TextWithVariables.of(body),
                footer,
                buttons,
                offer,
                offerExpires,
                cards);
    }

    /** Whether variables have names instead of numbers. */
    public boolean named() {
        return body.named() || header.named();
    }

    /** Whether one of the buttons carries a one-time password. */
    public boolean oneTimePassword() {
        return buttons.stream().anyMatch(button -> button.type().equals("OTP"));
    }

    /** Authentication templates have no text of their own: the platform writes it. */
    private static String body(JsonNode component) {
        String text = component.path("text").asText("");
        if (!text.isEmpty() || !component.has("add_security_recommendation")) {
            return text;
        }
        return component.path("add_security_recommendation").asBoolean() ? CODE_TEXT + SECURITY_TEXT : CODE_TEXT;
    }

    private static @Nullable String footer(JsonNode component) {
        return component.has("code_expiration_minutes")
                ? "This code expires in "
                        + component.path("code_expiration_minutes").asText() + " minutes."
                : component.path("text").textValue();
    }
}
