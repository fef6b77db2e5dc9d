package org.whatsapppolicy.policy.message;

import static org.whatsapppolicy.policy.message.Shape.list;
import static org.whatsapppolicy.policy.message.Shape.object;
import static org.whatsapppolicy.policy.message.Shape.text;
import static org.whatsapppolicy.policy.message.Shape.url;
import static org.whatsapppolicy.policy.message.Shape.word;

/** Interactive messages and their limits, one line of {@link #INTERACTIVE} a kind. */
final class InteractiveShapes {

    private static final Shape TEXT_HEADER = Variants.by("type").of("text", object().required("text", text(60)));

    private static final Variants MEDIA_HEADER = Variants.by("type")
            .of("image", object().required("image", MediaShapes.IMAGE))
            .of("video", object().required("video", MediaShapes.VIDEO));

    private static final Shape ANY_HEADER = MEDIA_HEADER
            .of("text", object().required("text", text(60)))
            .of("document", object().required("document", MediaShapes.DOCUMENT));

    private static final ObjectShape PLAIN = object().required("body", words(1024))
            .optional("footer", words(60))
            .optional("header", ANY_HEADER)
            .required("action", object());

    private static final Shape CTA_URL = named("cta_url")
            .required("parameters", object().required("display_text", text(20)).required("url", url()));

    private static final Shape PRODUCT =
            object().required("catalog_id", text()).required("product_retailer_id", text());

    private static final ObjectShape CARD = object().required("card_index", Shape.whole(0, 9));

    private static final Shape CARDS = list(
                    2,
                    10,
                    "cards",
                    Variants.by("type")
                            .of(
                                    "cta_url",
                                    CARD.required("header", MEDIA_HEADER)
                                            .optional(
                                                    "body",
                                                    object().required(
                                                                    "text",
                                                                    text(160).and(Rules.lineBreaks(2))))
                                            .required("action", CTA_URL))
                            .of("product", CARD.required("action", PRODUCT)))
            .and(Shape.distinct("card_index", card -> JsonValues.whole(card.get("card_index"))))
            .and(Rules.same("type"));

    /** Products for sale, also behind the button of a multi-product template. */
    static final Shape PRODUCT_SECTIONS =
            sections("product_items", 30, object().required("product_retailer_id", text()));

    static final Shape INTERACTIVE = Variants.by("type")
            .of("button", PLAIN.required("action", object().required("buttons", replies())))
            .of(
                    "list",
                    PLAIN.required("body", words(4096))
                            .optional("header", TEXT_HEADER)
                            .required(
                                    "action",
                                    object().required("button", text(20)).required("sections", rows())))
            .of("cta_url", PLAIN.required("action", CTA_URL))
            .of("flow", PLAIN.required("action", named("flow").required("parameters", flow())))
            .of("product", optionalBody().required("action", PRODUCT).never("header", "for a single product"))
            .of(
                    "product_list",
                    PLAIN.required("header", ANY_HEADER)
                            .required(
                                    "action",
                                    object().required("catalog_id", text()).required("sections", PRODUCT_SECTIONS)))
            .of("catalog_message", PLAIN.required("action", named("catalog_message")))
            .of("location_request_message", PLAIN.required("action", named("send_location")))
            .of(
                    "address_message",
                    PLAIN.required(
                            "action",
                            named("address_message").required("parameters", object().required("country", text()))))
            .of("contact_request", PLAIN.required("action", named("request_contact_info")))
            .of("call_permission_request", optionalBody().required("action", named("call_permission_request")))
            .of(
                    "carousel",
                    PLAIN.never("header", "outside the cards")
                            .never("footer", "in a carousel")
                            .required("action", object().required("cards", CARDS)))
            .of("order_details", optionalBody())
            .of("order_status", optionalBody());

    private InteractiveShapes() {}

    private static Shape words(int max) {
        return object().required("text", text(max));
    }

    private static ObjectShape named(String name) {
        return object().required("name", word(name));
    }

    private static ObjectShape optionalBody() {
        return PLAIN.optional("body", words(1024));
    }

    private static Shape replies() {
        Shape reply =
                object().required("id", text(256).and(Rules.noOuterSpace())).required("title", text(20));
        return list(1, 3, "buttons", object().required("type", word("reply")).required("reply", reply))
                .and(Shape.distinct("reply.title", button -> Rules.at(button, "reply", "title")));
    }

    private static Shape rows() {
        Shape row =
                object().required("id", text(200)).required("title", text(24)).optional("description", Shape.upTo(72));
        return sections("rows", 10, row);
    }

    private static Shape sections(String things, int total, Shape thing) {
        return list(
                        1,
                        10,
                        "sections",
                        object().optional("title", text(24)).required(things, list(1, total, things, thing)))
                .and(Rules.total(things, total))
                .and(Rules.titledWhenSeveral());
    }

    private static Shape flow() {
        Shape payload = object().optional("data", Rules.notEmpty());
        return object().required("flow_message_version", text())
                .optional("flow_id", text())
                .optional("flow_name", text())
                .exactlyOne("flow_id", "flow_name")
                .required("flow_cta", text(30).and(Rules.noEmoji()))
                .optional("flow_token", text())
                .optional("mode", word("draft", "published"))
                .optional("flow_action", word("navigate", "data_exchange"))
                .optional("flow_action_payload", payload);
    }
}
