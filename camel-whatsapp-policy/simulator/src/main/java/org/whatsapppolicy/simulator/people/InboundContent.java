package org.whatsapppolicy.simulator.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.shown.ShownContact;
import org.whatsapppolicy.simulator.shown.ShownContent;

/** What a person's own message looks like on the phone, read from the object that goes out by webhook. */
final class InboundContent {

    private InboundContent() {}

    static ShownContent of(String type, JsonNode content) {
        return switch (type) {
            case "text" -> new ShownContent.Text(content.path("body").asText(), false);
            case "image", "video", "audio", "document", "sticker" -> media(type, content);
            case "location" ->
                new ShownContent.Location(
                        content.path("latitude").asDouble(),
                        content.path("longitude").asDouble(),
                        text(content.path("name")),
                        text(content.path("address")));
            case "contacts" -> contacts(content);
            case "reaction" ->
                new ShownContent.Reaction(
                        content.path("message_id").asText(),
                        content.path("emoji").asText(""));
            case "button" ->
                new ShownContent.Tapped(
                        content.path("text").asText(), content.path("payload").asText());
            case "interactive" -> interactive(content);
            default -> new ShownContent.Other(type, content.toString());
        };
    }

    private static ShownContent media(String type, JsonNode content) {
        return new ShownContent.Media(
                type,
                text(content.path("id")),
                text(content.path("url")),
                text(content.path("caption")),
                text(content.path("filename")),
                content.path("voice").asBoolean());
    }

    private static ShownContent interactive(JsonNode content) {
        String kind = content.path("type").asText();
        JsonNode reply = content.path(kind);
        return reply.has("title")
                ? new ShownContent.Tapped(
                        reply.path("title").asText(), reply.path("id").asText())
                : new ShownContent.Other(kind, reply.toString());
    }

    private static ShownContent contacts(JsonNode content) {
        List<ShownContact> cards = new ArrayList<>();
        for (JsonNode card : content) {
            cards.add(new ShownContact(
                    card.path("name").path("formatted_name").asText(""),
                    card.path("phones").findValuesAsText("phone"),
                    card.path("emails").findValuesAsText("email"),
                    text(card.path("org").path("company"))));
        }
        return new ShownContent.Contacts(cards);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
