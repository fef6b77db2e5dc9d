package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.whatsapppolicy.policy.message.Bodies.buttons;
import static org.whatsapppolicy.policy.message.Bodies.card;
import static org.whatsapppolicy.policy.message.Bodies.carousel;
import static org.whatsapppolicy.policy.message.Bodies.component;
import static org.whatsapppolicy.policy.message.Bodies.ctaUrl;
import static org.whatsapppolicy.policy.message.Bodies.flow;
import static org.whatsapppolicy.policy.message.Bodies.list;
import static org.whatsapppolicy.policy.message.Bodies.offer;
import static org.whatsapppolicy.policy.message.Bodies.parameter;
import static org.whatsapppolicy.policy.message.Bodies.productList;
import static org.whatsapppolicy.policy.message.Bodies.products;
import static org.whatsapppolicy.policy.message.Bodies.reply;
import static org.whatsapppolicy.policy.message.Bodies.request;
import static org.whatsapppolicy.policy.message.Bodies.template;
import static org.whatsapppolicy.policy.message.Bodies.templateCard;
import static org.whatsapppolicy.policy.message.Bodies.with;
import static org.whatsapppolicy.policy.message.Bodies.words;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each type is made of: examples that pass, and what is said when a part is missing or of another kind. */
class MessageStructureTest {

    @ParameterizedTest
    @MethodSource("messages")
    void passes(Map<String, Object> body) {
        assertThatCode(() -> MessageReader.cloudApi(body)).doesNotThrowAnyException();
    }

    static Stream<Map<String, Object>> messages() {
        Map<String, Object> media = Map.of("id", "1");
        Map<String, Object> product = Map.of("catalog_id", "1", "product_retailer_id", "sku");
        Map<String, Object> place = Map.of("latitude", "-9.97", "longitude", -67.8, "name", "Acre", "address", "A");
        return Stream.of(
                request("text", Map.of("body", "Hi", "preview_url", true)),
                request("image", Map.of("link", "https://cdn.example/a.png")),
                request("video", media),
                request("audio", Map.of("id", "1", "voice", true)),
                request("document", Map.of("id", "1", "filename", "a.pdf", "caption", "")),
                request("sticker", media),
                request("location", place),
                request(
                        "contacts",
                        List.of(Map.of(
                                "name", Map.of("formatted_name", "Ada", "first_name", "Ada"),
                                "phones", List.of(Map.of("phone", "+15550100100"))))),
                request("reaction", Map.of("message_id", "wamid.A", "emoji", "")),
                request(
                        "interactive",
                        with(buttons(reply("a", "A")), "header", Map.of("type", "document", "document", media))),
                request("interactive", flow(Map.of("mode", "draft", "flow_action", "navigate"))),
                interactive("product", product),
                request("interactive", Map.of("type", "product", "action", product)),
                request("interactive", productList(products("Plants", 2))),
                interactive("cta_url", ctaUrl("Go", "HTTPS://shop.example/?a=b")),
                interactive("catalog_message", Map.of("name", "catalog_message")),
                interactive("location_request_message", Map.of("name", "send_location")),
                interactive(
                        "address_message", Map.of("name", "address_message", "parameters", Map.of("country", "IN"))),
                interactive("contact_request", Map.of("name", "request_contact_info")),
                interactive("call_permission_request", Map.of("name", "call_permission_request")),
                interactive("order_details", Map.of("name", "review_and_pay")),
                request("interactive", carousel(List.of(productCard(0), productCard(1)))),
                request(
                        "template",
                        Map.of("name", "hello", "language", Map.of("code", "en", "policy", "deterministic"))),
                request("template", template(component("header", parameter("location", place)))),
                request("template", template(component("header"), component("body"))),
                request(
                        "template",
                        template(
                                component(
                                        "body",
                                        parameter(
                                                "currency",
                                                Map.of("fallback_value", "R$ 1", "code", "BRL", "amount_1000", "1000")),
                                        parameter("date_time", Map.of("fallback_value", "1 May"))),
                                Map.of("type", "button", "sub_type", "CATALOG", "index", 0),
                                button("mpm", 1, action(Map.of("sections", List.of(products("S", 1))))),
                                button("flow", 2, action(Map.of("flow_action_data", Map.of("k", "v")))),
                                button("quick_reply", "3", parameter("payload", "STOP")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void tells(String message, Map<String, Object> body) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> MessageReader.cloudApi(body))
                .withMessage(message);
    }

    static Stream<Arguments> mistakes() {
        Map<String, Object> hi = parameter("text", "Hi");
        return Stream.of(
                mistake("text.body: required, found nothing", request("text", Map.of())),
                mistake("text.body: expected a text, found an empty one", request("text", Map.of("body", " \n"))),
                mistake("text.body: expected a text, found a number", request("text", Map.of("body", 7))),
                mistake("text: expected an object, found a text", request("text", "Hi")),
                mistake(
                        "text.preview_url: expected true or false, found a text",
                        request("text", Map.of("body", "Hi", "preview_url", "yes"))),
                mistake("image: expected either id or link, found neither", request("image", Map.of())),
                mistake(
                        "image: expected either id or link, found both",
                        request("image", Map.of("id", "1", "link", "https://a.example"))),
                mistake(
                        "image.link: expected an http or https URL, found another text",
                        request("image", Map.of("link", "file:///etc/passwd"))),
                mistake(
                        "audio.caption: not possible for audio: send the words as a text of their own",
                        request("audio", Map.of("id", "1", "caption", "x"))),
                mistake(
                        "location.latitude: expected a number from -90 to 90, found one outside",
                        request("location", Map.of("latitude", 91, "longitude", 0))),
                mistake(
                        "location.longitude: expected a number from -180 to 180, found a text",
                        request("location", Map.of("latitude", 0, "longitude", "east"))),
                mistake("contacts: at least 1 contacts, found 0", request("contacts", List.of())),
                mistake(
                        "contacts[0].name: expected one of first_name, last_name, middle_name, prefix, suffix besides formatted_name, found none",
                        request("contacts", List.of(Map.of("name", Map.of("formatted_name", "Ada"))))),
                mistake("reaction.emoji: required, found nothing", request("reaction", Map.of("message_id", "w"))),
                mistake(
                        "context: not possible with a reaction: it names its message itself",
                        with(
                                request("reaction", Map.of("message_id", "w", "emoji", "")),
                                "context",
                                Map.of("message_id", "w"))),
                mistake(
                        "context.message_id: required, found nothing",
                        with(request("text", Map.of("body", "Hi")), "context", Map.of())),
                mistake(
                        "interactive.body: required, found nothing",
                        request(
                                "interactive",
                                Map.of(
                                        "type",
                                        "list",
                                        "action",
                                        list("Go", Bodies.section("S", 1)).get("action")))),
                mistake("interactive.action.buttons: at least 1 buttons, found 0", request("interactive", buttons())),
                mistake(
                        "interactive.action.buttons[1].reply.title: expected to differ from the others",
                        request("interactive", buttons(reply("a", "A"), reply("b", "A")))),
                mistake(
                        "interactive.action.buttons[0].reply.id: expected no space at its start or end, found some",
                        request("interactive", buttons(reply(" a", "A")))),
                mistake(
                        "interactive.action.sections[1].title: required with more than one section, found nothing",
                        request(
                                "interactive",
                                list("Go", Bodies.section("S", 1), Map.of("rows", List.of(Bodies.row("a", "A", "")))))),
                mistake(
                        "interactive.header.type: expected one of text, found image",
                        request(
                                "interactive",
                                with(list("Go", Bodies.section("S", 1)), "header", Map.of("type", "image")))),
                mistake(
                        "interactive.action.name: expected cta_url, found open",
                        request("interactive", Bodies.interactive("cta_url", Map.of("name", "open")))),
                mistake(
                        "interactive.action.parameters.flow_cta: expected no emoji, found one",
                        request("interactive", flow(Map.of("flow_cta", "Go \uD83D\uDE80")))),
                mistake(
                        "interactive.action.parameters.mode: expected one of draft, published, found live",
                        request("interactive", flow(Map.of("mode", "live")))),
                mistake(
                        "interactive.action.parameters.flow_action_payload.data: expected at least one field when present, found none",
                        request("interactive", flow(Map.of("flow_action_payload", Map.of("data", Map.of()))))),
                mistake(
                        "interactive.action.parameters: expected either flow_id or flow_name, found both",
                        request("interactive", flow(Map.of("flow_name", "n")))),
                mistake(
                        "interactive.header: not possible for a single product",
                        request("interactive", with(product(), "header", Map.of("type", "text", "text", "x")))),
                mistake(
                        "interactive.header: required, found nothing",
                        request(
                                "interactive",
                                Bodies.interactive(
                                        "product_list",
                                        Map.of("catalog_id", "1", "sections", List.of(products("S", 1)))))),
                mistake(
                        "interactive.footer: not possible in a carousel",
                        request(
                                "interactive",
                                with(carousel(List.of(card(0, "B"), card(1, "B"))), "footer", words("x")))),
                mistake(
                        "interactive.action.cards: at least 2 cards, found 1",
                        request("interactive", carousel(List.of(card(0, "B"))))),
                mistake(
                        "interactive.action.cards: expected the same type in all, found 2",
                        request("interactive", carousel(List.of(card(0, "B"), productCard(1))))),
                mistake(
                        "interactive.action.cards[1].card_index: expected to differ from the others",
                        request("interactive", carousel(List.of(card(0, "B"), card(0, "B"))))),
                mistake(
                        "interactive.action.cards[1].card_index: expected a whole number from 0 to 9, found 10",
                        request("interactive", carousel(List.of(card(0, "B"), card(10, "B"))))),
                mistake(
                        "template.name: expected a name of a-z, 0-9 and _, found another text",
                        request("template", Map.of("name", "Hello World", "language", Map.of("code", "en")))),
                mistake(
                        "template.language: expected an object, found a text",
                        request("template", Map.of("name", "hello", "language", "en"))),
                mistake(
                        "template.language.code: expected a code such as pt_BR, found another text",
                        request("template", Map.of("name", "hello", "language", Map.of("code", "pt-BR")))),
                mistake(
                        "template.components[0].type: expected one of body, button, header, limited_time_offer, carousel, found footer",
                        request("template", template(component("footer")))),
                mistake(
                        "template.components[1].type: expected to differ from the others",
                        request("template", template(component("body", hi), component("BODY", hi)))),
                mistake(
                        "template.components[0].parameters: expected all with a parameter_name or none, found 1 of 2 with one",
                        request("template", template(component("body", hi, with(hi, "parameter_name", "a"))))),
                mistake(
                        "template.components[0].parameters[1].parameter_name: expected to differ from the others",
                        request(
                                "template",
                                template(component(
                                        "body", with(hi, "parameter_name", "a"), with(hi, "parameter_name", "a"))))),
                mistake(
                        "template.components[0].parameters[0].type: expected one of text, currency, date_time, found image",
                        request("template", template(component("body", parameter("image", Map.of("id", "1")))))),
                mistake(
                        "template.components[0].parameters[0].text: expected a text, found an empty one",
                        request("template", template(component("body", parameter("text", ""))))),
                mistake(
                        "template.components[0].index: expected a whole number from 0 to 9, found 10",
                        request("template", template(button("url", 10, hi)))),
                mistake(
                        "template.components[1].index: expected to differ from the others",
                        request("template", template(button("url", 1, hi), button("url", "1", hi)))),
                mistake(
                        "template.components[0].sub_type: expected one of quick_reply, url, copy_code, flow, catalog, mpm, found phone_number",
                        request("template", template(button("phone_number", 0, hi)))),
                mistake(
                        "template.components[0].parameters: at least 1 parameters, found 0",
                        request("template", template(component("limited_time_offer")))),
                mistake(
                        "template.components[0].cards: at least 2 cards, found 1",
                        request("template", template(Map.of("type", "carousel", "cards", List.of(templateCard(0)))))),
                mistake(
                        "template.components[0].cards[0].components[0].type: expected one of body, button, header, found limited_time_offer",
                        request(
                                "template",
                                template(Map.of(
                                        "type",
                                        "carousel",
                                        "cards",
                                        List.of(templateCard(0, offer()), templateCard(1)))))));
    }

    private static Arguments mistake(String message, Map<String, Object> body) {
        return Arguments.of(message, body);
    }

    private static Map<String, Object> interactive(String kind, Map<String, Object> action) {
        return request("interactive", Bodies.interactive(kind, action));
    }

    private static Map<String, Object> product() {
        return Bodies.interactive("product", Map.of("catalog_id", "1", "product_retailer_id", "sku"));
    }

    private static Map<String, Object> productCard(int index) {
        return Map.of(
                "card_index",
                index,
                "type",
                "product",
                "action",
                Map.of("catalog_id", "1", "product_retailer_id", "s"));
    }

    private static Map<String, Object> button(String kind, Object index, Object parameter) {
        return Bodies.button(kind, index, parameter);
    }

    private static Map<String, Object> action(Map<String, Object> action) {
        return parameter("action", action);
    }
}
