package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;
import org.whatsapppolicy.policy.message.TemplateButton.Section;

/** Typed messages come out in Cloud API shape and meet the same limits. */
class OutboundMessageTest {

    @Test
    void a_text_with_preview_that_quotes() {
        OutboundMessage message =
                TextMessage.of("See https://a.example").withPreviewUrl().inReplyTo("wamid.A");

        assertThat(message.content().body())
                .isEqualTo(Map.of(
                        "type", "text",
                        "text", Map.of("body", "See https://a.example", "preview_url", true),
                        "context", Map.of("message_id", "wamid.A")));
        assertThat(message.toString()).isEqualTo("Reply[TextMessage[21 characters]]");
    }

    @Test
    void the_typed_form_has_the_limits_of_the_map() {
        refuses(() -> TextMessage.of("x".repeat(4097)), "text.body: at most 4096 characters, found 4097");
        refuses(
                () -> TemplateMessage.builder("Bad Name", "en").build(),
                "template.name: expected a name of a-z, 0-9 and _, found another text");
        refuses(
                () -> TemplateMessage.builder("otp", "en").authenticationCode("1".repeat(16)),
                "template.components[0].parameters[0].text: at most 15 characters, found 16");
    }

    @Test
    void a_template_with_every_kind_of_part() {
        TemplateMessage message = TemplateMessage.builder("slip_due", "pt_BR")
                .header(TemplateHeader.document(Media.id("7").named("slip.pdf")))
                .body(
                        TemplateParameter.text("Ada"),
                        new TemplateParameter.Currency(null, "R$ 10", "BRL", 10_000),
                        new TemplateParameter.DateTime(null, "1 May"))
                .button(new TemplateButton.QuickReply(0, "STOP"))
                .button(new TemplateButton.Url(1, "x"))
                .button(new TemplateButton.CopyCode(2, "25OFF"))
                .button(new TemplateButton.Flow(3, "token", Map.of("k", "v")))
                .button(new TemplateButton.Catalog(4, "sku"))
                .button(new TemplateButton.Products(5, "sku", List.of(new Section("S", List.of("sku")))))
                .offerEnds(Instant.ofEpochMilli(1_800_000_000_000L))
                .build();
        MessageContent content = message.content();

        assertThat(content.template())
                .isEqualTo(new TemplateUse("slip_due", "pt_BR", List.of("document"), List.of("1", "2", "3")));
        assertThat(content.attachment()).isEqualTo("pdf");
        assertThat(components(content))
                .containsExactly(
                        Bodies.component(
                                "header", Bodies.parameter("document", Map.of("id", "7", "filename", "slip.pdf"))),
                        Bodies.component(
                                "body",
                                Bodies.parameter("text", "Ada"),
                                Bodies.parameter(
                                        "currency",
                                        Map.of("fallback_value", "R$ 10", "code", "BRL", "amount_1000", 10_000L)),
                                Bodies.parameter("date_time", Map.of("fallback_value", "1 May"))),
                        Bodies.button("quick_reply", "0", Bodies.parameter("payload", "STOP")),
                        Bodies.button("url", "1", Bodies.parameter("text", "x")),
                        Bodies.button("copy_code", "2", Bodies.parameter("coupon_code", "25OFF")),
                        Bodies.button(
                                "flow",
                                "3",
                                Bodies.parameter(
                                        "action", Map.of("flow_token", "token", "flow_action_data", Map.of("k", "v")))),
                        Bodies.button(
                                "catalog",
                                "4",
                                Bodies.parameter("action", Map.of("thumbnail_product_retailer_id", "sku"))),
                        Bodies.button(
                                "mpm",
                                "5",
                                Bodies.parameter(
                                        "action",
                                        Map.of(
                                                "thumbnail_product_retailer_id",
                                                "sku",
                                                "sections",
                                                List.of(Map.of(
                                                        "title",
                                                        "S",
                                                        "product_items",
                                                        List.of(Map.of("product_retailer_id", "sku"))))))),
                        Bodies.offer());
        assertThat(message.toString()).isEqualTo("TemplateMessage[slip_due pt_BR]");
    }

    @Test
    void other_headers() {
        assertThat(header(TemplateHeader.text("Ada"))).isEqualTo(Bodies.parameter("text", "Ada"));
        assertThat(header(TemplateHeader.text("name", "Ada")))
                .isEqualTo(Map.of("type", "text", "parameter_name", "name", "text", "Ada"));
        assertThat(header(TemplateHeader.image(Media.link("https://a.example/i.png"))))
                .isEqualTo(Bodies.parameter("image", Map.of("link", "https://a.example/i.png")));
        assertThat(header(TemplateHeader.video(Media.id("1")))).isEqualTo(Bodies.parameter("video", Map.of("id", "1")));
        assertThat(header(TemplateHeader.location(-9.5, -67, "Acre", "A")))
                .isEqualTo(Bodies.parameter(
                        "location", Map.of("latitude", -9.5, "longitude", -67.0, "name", "Acre", "address", "A")));
    }

    @Test
    void a_carousel_numbers_its_cards() {
        TemplateCard card = new TemplateCard(
                TemplateHeader.image(Media.id("1")),
                List.of(TemplateParameter.text("10OFF")),
                List.of(new TemplateButton.QuickReply(0, "more")));
        MessageContent content = TemplateMessage.builder("cards", "en")
                .card(card)
                .card(card)
                .build()
                .content();

        Object[] parts = {
            Bodies.component("header", Bodies.parameter("image", Map.of("id", "1"))),
            Bodies.component("body", Bodies.parameter("text", "10OFF")),
            Bodies.button("quick_reply", "0", Bodies.parameter("payload", "more"))
        };
        assertThat(components(content))
                .containsExactly(Map.of(
                        "type",
                        "carousel",
                        "cards",
                        List.of(Bodies.templateCard(0, parts), Bodies.templateCard(1, parts))));
    }

    @Test
    void an_authentication_code_stands_in_body_and_button() {
        MessageContent content = TemplateMessage.builder("otp", "en_US")
                .authenticationCode("J4SP3R")
                .build()
                .content();

        assertThat(components(content))
                .containsExactly(
                        Bodies.component("body", Bodies.parameter("text", "J4SP3R")),
                        Bodies.button("url", "0", Bodies.parameter("text", "J4SP3R")));
    }

    @Test
    void parameters_from_a_map_by_position_are_put_in_order() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 11; i >= 1; i--) {
            parameters.put(Integer.toString(i), i);
        }
        TemplateMessage message = TemplateMessage.fromParameters("slip_due", "pt_BR", parameters);

        assertThat(message.body()).hasSize(11).first().isEqualTo(TemplateParameter.text("1"));
        assertThat(message.body().get(9)).isEqualTo(TemplateParameter.text("10"));
    }

    @Test
    void values_are_written_without_a_locale() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("amount", new BigDecimal("1E+3"));
        parameters.put("large", 12_345_678_901.5);
        parameters.put("count", 1000);
        parameters.put("due", LocalDate.of(2026, 5, 1));
        parameters.put("paid", false);

        assertThat(TemplateMessage.fromParameters("t", "en", parameters).body())
                .containsExactly(
                        TemplateParameter.text("amount", "1000"),
                        TemplateParameter.text("large", "12345678901.5"),
                        TemplateParameter.text("count", "1000"),
                        TemplateParameter.text("due", "2026-05-01"),
                        TemplateParameter.text("paid", "false"));
    }

    @Test
    void no_parameters_are_a_template_without_components() {
        assertThat(TemplateMessage.fromParameters("hello", "en", Map.of())
                        .content()
                        .body())
                .isEqualTo(Map.of(
                        "type", "template", "template", Map.of("name", "hello", "language", Map.of("code", "en"))));
    }

    @Test
    void a_parameter_that_is_missing_or_is_no_single_value_is_named() {
        Map<String, Object> missing = new HashMap<>();
        missing.put("first_name", null);
        refuses(() -> from(missing), "parameters.first_name: required, found nothing");
        refuses(() -> from(Map.of("1", " ")), "parameters.1: expected a text, found an empty one");
        refuses(
                () -> from(Map.of("1", "a", "3", "c")),
                "parameters.2: required, found nothing among 2 by position: they count from 1 without gaps");
        refuses(
                () -> from(Map.of("0", "a")),
                "parameters.1: required, found nothing among 1 by position: they count from 1 without gaps");
        refuses(
                () -> from(Map.of("1", "a", "name", "b")),
                "parameters: expected all by position (1, 2, ...) or all by name, found 1 of 2 by position");
        refuses(
                () -> from(Map.of("items", List.of(1, 2))),
                "parameters.items: expected a single value, found a list of 2: write it as text in the route");
        refuses(
                () -> from(Map.of("n", new BigDecimal("1E+1000000000"))),
                "parameters.n: expected a finite number of at most 100 digits, found another");
    }

    @Test
    void no_part_tells_its_content() {
        List<Object> parts = List.of(
                TemplateParameter.text("secret"),
                TemplateHeader.text("secret"),
                TemplateHeader.image(Media.link("https://secret.example")),
                TemplateHeader.location(1, 2, "secret", "secret"),
                new TemplateParameter.Currency(null, "secret", "BRL", 1),
                new TemplateParameter.DateTime(null, "secret"),
                new TemplateButton.QuickReply(0, "secret"),
                new TemplateButton.Url(0, "secret"),
                new TemplateButton.CopyCode(0, "secret"),
                new TemplateButton.Flow(0, "secret", Map.of("secret", "secret")),
                TextMessage.of("secret").content());
        assertThat(parts).allSatisfy(part -> assertThat(part.toString()).doesNotContain("secret"));
    }

    private static void from(Map<String, ?> parameters) {
        var unused = TemplateMessage.fromParameters("t", "en", parameters);
    }

    private static Object header(TemplateHeader header) {
        MessageContent content =
                TemplateMessage.builder("t", "en").header(header).build().content();
        return Rules.objects(Rules.at(components(content).get(0), "parameters")).get(0);
    }

    private static List<Object> components(MessageContent content) {
        return List.copyOf(Rules.objects(Rules.at(content.body(), "template", "components")));
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}
