package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.whatsapppolicy.policy.message.Bodies.button;
import static org.whatsapppolicy.policy.message.Bodies.buttons;
import static org.whatsapppolicy.policy.message.Bodies.card;
import static org.whatsapppolicy.policy.message.Bodies.carousel;
import static org.whatsapppolicy.policy.message.Bodies.characters;
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
import static org.whatsapppolicy.policy.message.Bodies.row;
import static org.whatsapppolicy.policy.message.Bodies.section;
import static org.whatsapppolicy.policy.message.Bodies.templateCard;
import static org.whatsapppolicy.policy.message.Bodies.times;
import static org.whatsapppolicy.policy.message.Bodies.with;
import static org.whatsapppolicy.policy.message.Bodies.words;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit of length and count: what is exactly at it passes, one more fails and says so. */
class MessageLimitsTest {

    @ParameterizedTest(name = "{0}: at most {1} {2}")
    @MethodSource("limits")
    void passes_at_the_limit_and_fails_beyond(
            String field, int limit, String things, IntFunction<Map<String, Object>> body) {
        assertThatCode(() -> MessageReader.cloudApi(body.apply(limit))).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> MessageReader.cloudApi(body.apply(limit + 1)))
                .withMessage(field + ": at most " + limit + " " + things + ", found " + (limit + 1))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    static Stream<Arguments> limits() {
        Map<String, Object> button = reply("a", "A");
        return Stream.of(
                characters("text.body", 4096, text -> request("text", Map.of("body", text))),
                characters("image.caption", 1024, text -> request("image", Map.of("id", "1", "caption", text))),
                characters("video.caption", 1024, text -> request("video", Map.of("id", "1", "caption", text))),
                characters("document.caption", 1024, text -> request("document", Map.of("id", "1", "caption", text))),
                characters("reaction.emoji", 64, text -> request("reaction", Map.of("message_id", "w", "emoji", text))),
                count("contacts", 5, "contacts", n -> request("contacts", times(n, i -> contact()))),
                interactive("body.text", 1024, text -> with(buttons(button), "body", words(text))),
                interactive("footer.text", 60, text -> with(buttons(button), "footer", words(text))),
                interactive(
                        "header.text",
                        60,
                        text -> with(buttons(button), "header", Map.of("type", "text", "text", text))),
                interactive("action.buttons[0].reply.title", 20, text -> buttons(reply("a", text))),
                interactive("action.buttons[0].reply.id", 256, text -> buttons(reply(text, "A"))),
                count(
                        "interactive.action.buttons",
                        3,
                        "buttons",
                        n -> request(
                                "interactive",
                                buttons(times(n, i -> reply("a" + i, "A" + i)).toArray()))),
                interactive("body.text", 4096, text -> with(list("Go", section("S", 1)), "body", words(text))),
                interactive(
                        "header.text",
                        60,
                        text -> with(list("Go", section("S", 1)), "header", Map.of("type", "text", "text", text))),
                interactive("action.button", 20, text -> list(text, section("S", 1))),
                interactive("action.sections[0].title", 24, text -> list("Go", section(text, 1))),
                interactive(
                        "action.sections[0].rows[0].id",
                        200,
                        text -> list("Go", Map.of("rows", List.of(row(text, "A", ""))))),
                interactive(
                        "action.sections[0].rows[0].title",
                        24,
                        text -> list("Go", Map.of("rows", List.of(row("a", text, ""))))),
                interactive(
                        "action.sections[0].rows[0].description",
                        72,
                        text -> list("Go", Map.of("rows", List.of(row("a", "A", text))))),
                count(
                        "interactive.action.sections[0].rows",
                        10,
                        "rows",
                        n -> request("interactive", list("Go", section("S", n)))),
                count(
                        "interactive.action.sections",
                        10,
                        "rows in total",
                        n -> request("interactive", list("Go", section("S", 5), section("T", n - 5)))),
                count(
                        "interactive.action.sections",
                        10,
                        "sections",
                        n -> request(
                                "interactive",
                                list("Go", times(n, i -> section("S" + i, 1)).toArray()))),
                interactive(
                        "action.parameters.display_text",
                        20,
                        text -> Bodies.interactive("cta_url", ctaUrl(text, "https://shop.example"))),
                interactive("action.parameters.flow_cta", 30, text -> flow(Map.of("flow_cta", text))),
                interactive("action.sections[0].title", 24, text -> productList(products(text, 1))),
                count(
                        "interactive.action.sections",
                        30,
                        "product_items in total",
                        n -> request("interactive", productList(products("S", 20), products("T", n - 20)))),
                count(
                        "interactive.action.sections",
                        10,
                        "sections",
                        n -> request(
                                "interactive",
                                productList(times(n, i -> products("S" + i, 1)).toArray()))),
                count(
                        "interactive.action.cards",
                        10,
                        "cards",
                        n -> request("interactive", carousel(times(n, i -> card(Math.min(i, 9), "B"))))),
                interactive("action.cards[0].body.text", 160, text -> carousel(List.of(card(0, text), card(1, "B")))),
                count(
                        "interactive.action.cards[1].body.text",
                        2,
                        "line breaks",
                        n -> request("interactive", carousel(List.of(card(0, "B"), card(1, "B" + "\nB".repeat(n)))))),
                count(
                        "template.name",
                        512,
                        "characters",
                        n -> request("template", Map.of("name", "a".repeat(n), "language", Map.of("code", "en")))),
                template("[0].parameters[0].text", 60, text -> component("header", parameter("text", text))),
                template("[0].parameters[0].text", 32768, text -> component("body", parameter("text", text))),
                template("[0].parameters[0].text", 2000, text -> button("url", 0, parameter("text", text))),
                template(
                        "[0].parameters[0].coupon_code",
                        20,
                        text -> button("copy_code", 0, parameter("coupon_code", text))),
                count(
                        "template.components[1].parameters[0].coupon_code",
                        15,
                        "characters",
                        n -> request(
                                "template",
                                Bodies.template(
                                        offer(),
                                        button("copy_code", 0, parameter("coupon_code", Bodies.characters(n)))))),
                count(
                        "template.components[0].parameters",
                        1,
                        "parameters",
                        n -> request(
                                "template",
                                Bodies.template(component(
                                        "header",
                                        times(n, i -> parameter("text", "A")).toArray())))),
                count(
                        "template.components[0].cards",
                        10,
                        "cards",
                        n -> request(
                                "template",
                                Bodies.template(Map.of(
                                        "type", "carousel", "cards", times(n, i -> templateCard(Math.min(i, 9))))))),
                count(
                        "template.components[0].cards[0].components",
                        2,
                        "buttons",
                        n -> request(
                                "template",
                                Bodies.template(Map.of(
                                        "type",
                                        "carousel",
                                        "cards",
                                        List.of(
                                                templateCard(
                                                        0,
                                                        times(n, i -> button("url", i, parameter("text", "x")))
                                                                .toArray()),
                                                templateCard(1)))))));
    }

    private static Map<String, Object> contact() {
        return Map.of("name", Map.of("formatted_name", "Ada Example", "first_name", "Ada"));
    }

    private static Arguments characters(String field, int limit, Function<String, Map<String, Object>> body) {
        return count(field, limit, "characters", n -> body.apply(Bodies.characters(n)));
    }

    private static Arguments interactive(String field, int limit, Function<String, Map<String, Object>> body) {
        return characters("interactive." + field, limit, text -> request("interactive", body.apply(text)));
    }

    private static Arguments template(String field, int limit, Function<String, Map<String, Object>> component) {
        return characters(
                "template.components" + field,
                limit,
                text -> request("template", Bodies.template(component.apply(text))));
    }

    private static Arguments count(String field, int limit, String things, IntFunction<Map<String, Object>> body) {
        return Arguments.of(field, limit, things, body);
    }
}
