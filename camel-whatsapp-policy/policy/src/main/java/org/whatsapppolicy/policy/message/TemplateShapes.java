package org.whatsapppolicy.policy.message;

import static org.whatsapppolicy.policy.message.Shape.list;
import static org.whatsapppolicy.policy.message.Shape.object;
import static org.whatsapppolicy.policy.message.Shape.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Template messages as they are sent, one line a kind of component, of button and of parameter. */
final class TemplateShapes {

    /** Of an authentication template; a request does not tell that it is one, so only the typed form checks it. */
    static final int MAX_AUTHENTICATION_CODE = 15;

    private static final int MAX_HEADER = 60;
    private static final int MAX_BODY = 32768;
    private static final int MAX_URL = 2000;
    private static final int MAX_COUPON = 20;
    private static final int MAX_OFFER_COUPON = 15;
    private static final int MAX_BUTTONS = 10;
    private static final int MAX_CARD_BUTTONS = 2;
    private static final int ANY_NUMBER = JsonValues.MAX_VALUES;

    private static final Variants CARD_HEADER_PARAMETER = Variants.by("type")
            .of("image", object().required("image", MediaShapes.IMAGE))
            .of("video", object().required("video", MediaShapes.VIDEO))
            .of("product", object().required("product", object()));

    private static final Shape HEADER_PARAMETER = CARD_HEADER_PARAMETER
            .of("text", object().required("text", text(MAX_HEADER)).optional("parameter_name", text()))
            .of("document", object().required("document", MediaShapes.DOCUMENT))
            .of("location", object().required("location", MediaShapes.LOCATION));

    private static final ObjectShape NAMEABLE = object().optional("parameter_name", text());

    private static final Shape BODY_PARAMETER = Variants.by("type")
            .of("text", NAMEABLE.required("text", text(MAX_BODY)))
            .of(
                    "currency",
                    NAMEABLE.required(
                            "currency",
                            object().required("fallback_value", text(MAX_BODY))
                                    .required("code", Shape.text(Pattern.compile("[A-Za-z]{3}"), "a currency code"))
                                    .required("amount_1000", Shape.whole(Long.MIN_VALUE, Long.MAX_VALUE))))
            .of("date_time", NAMEABLE.required("date_time", object().required("fallback_value", text(MAX_BODY))));

    private static final Shape BUTTON = Variants.by("sub_type")
            .of("quick_reply", one("payload", text()))
            .of("url", one("text", text(MAX_URL)))
            .of("copy_code", one("coupon_code", text(MAX_COUPON)))
            .of("flow", action(object().optional("flow_token", text()).optional("flow_action_data", object())))
            .of("catalog", action(object().optional("thumbnail_product_retailer_id", text())))
            .of(
                    "mpm",
                    action(object().optional("thumbnail_product_retailer_id", text())
                            .optional("sections", InteractiveShapes.PRODUCT_SECTIONS)));

    private static final Variants SMALL_COMPONENTS = Variants.by("type")
            .of(
                    "body",
                    object().optional(
                                    "parameters",
                                    list(0, ANY_NUMBER, "parameters", BODY_PARAMETER)
                                            .and(TemplateShapes::allNamedOrNone)))
            .of(
                    "button",
                    object().required("index", Shape.whole(0, MAX_BUTTONS - 1L)).where(BUTTON));

    private static final Shape CARD = object().required("card_index", Shape.whole(0, 9))
            .required(
                    "components",
                    components(
                            SMALL_COMPONENTS.of(
                                    "header",
                                    object().optional("parameters", list(0, 1, "parameters", CARD_HEADER_PARAMETER))),
                            MAX_CARD_BUTTONS));

    private static final Shape OFFER = object().required("expiration_time_ms", Shape.whole(1, Long.MAX_VALUE));

    static final Shape TEMPLATE = object().required(
                    "name", text(512).and(Shape.text(Pattern.compile("[a-z0-9_]+"), "a name of a-z, 0-9 and _")))
            .required(
                    "language",
                    object().required(
                                    "code", Shape.text(Pattern.compile("[A-Za-z0-9_]{2,20}"), "a code such as pt_BR")))
            .optional(
                    "components",
                    components(
                            SMALL_COMPONENTS
                                    .of(
                                            "header",
                                            object().optional("parameters", list(0, 1, "parameters", HEADER_PARAMETER)))
                                    .of("limited_time_offer", one("limited_time_offer", OFFER))
                                    .of(
                                            "carousel",
                                            object().required(
                                                            "cards",
                                                            list(2, 10, "cards", CARD)
                                                                    .and(Shape.distinct(
                                                                            "card_index",
                                                                            card -> JsonValues.whole(
                                                                                    card.get("card_index")))))),
                            MAX_BUTTONS));

    private TemplateShapes() {}

    /** A component with exactly one parameter, whose value stands under the word of its type. */
    private static Shape one(String type, Shape value) {
        return object().required(
                        "parameters",
                        list(1, 1, "parameters", Variants.by("type").of(type, object().required(type, value))));
    }

    private static Shape action(Shape action) {
        return object().optional(
                        "parameters",
                        list(
                                0,
                                1,
                                "parameters",
                                Variants.by("type").of("action", object().required("action", action))));
    }

    private static Shape components(Variants known, int maxButtons) {
        return list(0, ANY_NUMBER, "components", known)
                .and(Shape.distinct("type", c -> isButton(c) ? null : Variants.wordOf(c, "type")))
                .and(Shape.distinct("index", c -> isButton(c) ? JsonValues.whole(c.get("index")) : null))
                .and((path, value) -> {
                    List<Map<?, ?>> components = Rules.objects(value);
                    long buttons =
                            components.stream().filter(TemplateShapes::isButton).count();
                    Shape.size(path, "buttons", 0, maxButtons, (int) buttons);
                })
                .and(TemplateShapes::couponOfOffer);
    }

    private static boolean isButton(Map<?, ?> component) {
        return Variants.wordOf(component, "type").equals("button");
    }

    /** Parameters are counted off or named, never some of each. */
    private static void allNamedOrNone(String path, Object parameters) {
        List<Map<?, ?>> list = Rules.objects(parameters);
        long named = list.stream().filter(p -> p.containsKey("parameter_name")).count();
        if (named > 0 && named < list.size()) {
            throw new InvalidMessageException(
                    path,
                    "expected all with a parameter_name or none, found " + named + " of " + list.size() + " with one");
        }
        if (named > 0) {
            Shape.distinct("parameter_name", p -> p.get("parameter_name")).check(path, parameters);
        }
    }

    /** The code of a limited-time offer is shorter than that of a plain coupon. */
    private static void couponOfOffer(String path, Object value) {
        List<Map<?, ?>> components = Rules.objects(value);
        if (components.stream().noneMatch(c -> Variants.wordOf(c, "type").equals("limited_time_offer"))) {
            return;
        }
        for (int i = 0; i < components.size(); i++) {
            for (Map<?, ?> parameter : Rules.objects(components.get(i).get("parameters"))) {
                if (parameter.get("coupon_code") instanceof String code) {
                    text(MAX_OFFER_COUPON).check(path + "[" + i + "].parameters[0].coupon_code", code);
                }
            }
        }
    }
}
