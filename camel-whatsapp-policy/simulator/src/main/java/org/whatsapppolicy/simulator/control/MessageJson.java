package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContact;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.shown.ShownSection;
import org.whatsapppolicy.simulator.shown.ShownTemplate;

/** A message of a chat as the page takes it. */
final class MessageJson {

    private MessageJson() {}

    static ObjectNode of(ShownMessage message) {
        ObjectNode node = Reply.object()
                .put("id", message.id())
                .put("from", message.fromBusiness() ? "business" : "person")
                .put("at", message.at().toString())
                .put("repliesTo", message.repliesTo())
                .put("progress", lower(message.progress()));
        if (message.failure() != 0) {
            node.put("failure", message.failure())
                    .put("why", GraphErrors.of(message.failure()).title());
        }
        node.set("content", content(message.content()));
        return node;
    }

    private static ObjectNode content(ShownContent content) {
        ObjectNode node = Reply.object();
        if (content instanceof ShownContent.Text text) {
            node.put("type", "text").put("text", text.body());
        } else if (content instanceof ShownContent.Media media) {
            node.put("type", "media")
                    .put("kind", media.kind())
                    .put("id", media.id())
                    .put("link", media.link())
                    .put("caption", media.caption())
                    .put("filename", media.filename())
                    .put("voice", media.voice());
        } else if (content instanceof ShownContent.Location place) {
            node.put("type", "location")
                    .put("latitude", place.latitude())
                    .put("longitude", place.longitude())
                    .put("name", place.name())
                    .put("address", place.address());
        } else if (content instanceof ShownContent.Contacts contacts) {
            ArrayNode cards = node.put("type", "contacts").putArray("cards");
            contacts.cards().forEach(card -> contact(cards.addObject(), card));
        } else if (content instanceof ShownContent.Reaction reaction) {
            node.put("type", "reaction").put("messageId", reaction.messageId()).put("emoji", reaction.emoji());
        } else if (content instanceof ShownContent.Rich rich) {
            rich(node.put("type", "rich"), rich);
        } else if (content instanceof ShownContent.Product product) {
            node.put("type", "product").put("retailerId", product.retailerId());
        } else if (content instanceof ShownContent.Tapped tapped) {
            node.put("type", "tapped").put("label", tapped.label()).put("id", tapped.id());
        } else if (content instanceof ShownContent.Other other) {
            node.put("type", "other").put("kind", other.type()).put("json", other.json());
        }
        return node;
    }

    private static void rich(ObjectNode node, ShownContent.Rich rich) {
        node.put("kind", rich.kind()).put("body", rich.body()).put("footer", rich.footer());
        node.set("header", rich.header() == null ? null : content(rich.header()));
        buttons(node.putArray("buttons"), rich.buttons());
        ArrayNode sections = node.putArray("sections");
        for (ShownSection section : rich.sections()) {
            ArrayNode rows = sections.addObject().put("title", section.title()).putArray("rows");
            section.rows().forEach(row -> rows.addObject()
                    .put("id", row.id())
                    .put("title", row.title())
                    .put("description", row.description()));
        }
        ArrayNode cards = node.putArray("cards");
        rich.cards().forEach(card -> {
            ObjectNode one = cards.addObject().put("body", card.body());
            one.set("header", card.header() == null ? null : content(card.header()));
            buttons(one.putArray("buttons"), card.buttons());
        });
        ShownTemplate template = rich.template();
        if (template != null) {
            node.putObject("template")
                    .put("name", template.name())
                    .put("language", template.language())
                    .put("category", template.category());
        }
    }

    private static void buttons(ArrayNode list, List<ShownButton> buttons) {
        buttons.forEach(button -> list.addObject()
                .put("kind", lower(button.kind()))
                .put("label", button.label())
                .put("value", button.value()));
    }

    private static void contact(ObjectNode node, ShownContact card) {
        node.put("name", card.name()).put("organisation", card.organisation());
        ArrayNode phones = node.putArray("phones");
        card.phones().forEach(phones::add);
        ArrayNode emails = node.putArray("emails");
        card.emails().forEach(emails::add);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
