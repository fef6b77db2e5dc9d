package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

/** What the reader makes of a request as a whole; the limits of each type are in {@link MessageLimitsTest}. */
class MessageReaderTest {

    @Test
    void a_string_becomes_a_text_message() {
        MessageContent content = MessageReader.text("See you at nine");

        assertThat(content.type()).isEqualTo("text");
        assertThat(content.freeForm()).isTrue();
        assertThat(content.attachment()).isNull();
        assertThat(content.body()).isEqualTo(Map.of("type", "text", "text", Map.of("body", "See you at nine")));
    }

    @Test
    void a_body_without_a_type_is_a_text() {
        assertThat(MessageReader.cloudApi(Map.of("text", Map.of("body", "Hi"))).body())
                .containsEntry("type", "text");
    }

    @Test
    void leaves_out_what_the_request_fills_in_and_keeps_what_it_does_not_know() {
        MessageContent content = MessageReader.cloudApi(Map.of(
                "messaging_product", "whatsapp",
                "to", "+15550100100",
                "recipient", "US.1",
                "recipient_type", "individual",
                "biz_opaque_callback_data", "mine",
                "type", "text",
                "text", Map.of("body", "Hi", "new_in_2027", 1),
                "context", Map.of("message_id", "wamid.A")));

        assertThat(content.body()).containsOnlyKeys("type", "text", "context");
        assertThat(content.body().get("text")).isEqualTo(Map.of("body", "Hi", "new_in_2027", 1));
    }

    @Test
    void nobody_can_change_a_message_that_was_read() {
        Map<String, Object> text = new HashMap<>(Map.of("body", "Hi"));
        MessageContent content = MessageReader.cloudApi(Map.of("text", text));
        text.put("body", "x".repeat(5000));

        assertThat(content.body().get("text")).isEqualTo(Map.of("body", "Hi"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> content.body().put("to", "+1"));
    }

    @Test
    @DisplayName("S-45")
    void refuses_groups_and_direct_send() {
        refuses(
                Map.of("recipient_type", "group", "to", "G", "text", Map.of("body", "Hi")),
                "recipient_type: expected individual, found group: a message goes to one person");
        refuses(
                Map.of("category", "utility", "ttl_seconds", 600, "text", Map.of("body", "Hi")),
                "category: not possible with a free-form message (Direct Send): leave it out, or send a template");
    }

    @Test
    void refuses_what_would_be_more_or_other_than_one_message() {
        Map<String, Object> text = Map.of("body", "Hi");
        refuses(Map.of("text", text, "access_token", "secret"), "access_token: not possible in a message");
        refuses(
                Map.of("text", text, "document", Map.of("id", "1")),
                "document: not possible in a message whose type is text");
        refuses(
                Map.of("text", text, "status", "read"),
                "status: not possible in a message: marking as read is another call");
    }

    @Test
    void an_unknown_type_is_told_with_the_known_ones() {
        refuses(
                Map.of("type", "fax", "fax", Map.of()),
                "type: expected one of text, image, video, audio, document, sticker, location, contacts, reaction, "
                        + "interactive, template, found fax");
        refuses(Map.of("type", "+15550100100"), "found a text");
        refuses(Map.of("type", "image"), "image: required, found nothing");
    }

    @Test
    void tells_which_template_is_used_and_which_parameters_it_was_given() {
        MessageContent content = MessageReader.cloudApi(template(List.of(
                Map.of("type", "HEADER", "parameters", List.of(Map.of("type", "image", "image", Map.of("id", "1")))),
                Map.of("type", "body", "parameters", List.of(word("Ada"), word("10"))))));

        assertThat(content.freeForm()).isFalse();
        assertThat(content.template())
                .isEqualTo(new TemplateUse("slip_due", "pt_BR", List.of("image"), List.of("1", "2")));
        assertThat(content.attachment()).isNull();
    }

    @Test
    void named_parameters_are_told_by_their_names() {
        Map<String, Object> named = Map.of("type", "text", "parameter_name", "first_name", "text", "Ada");
        MessageContent content = MessageReader.cloudApi(template(List.of(
                Map.of("type", "header", "parameters", List.of(named)),
                Map.of("type", "body", "parameters", List.of(named)))));

        assertThat(content.template())
                .isEqualTo(new TemplateUse("slip_due", "pt_BR", List.of("first_name"), List.of("first_name")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            slip.PDF,                          , pdf
            archive.tar.gz,                    , gz
            slip,                              , ''
            .pdf,                              , ''
            slip.pdf/x,                        , ''
            'slip.pdf ',                       , ''
            slip.p\u202Edf,                    , ''
            ,       https://cdn.example/a.xlsx?v=1.pdf, xlsx
            ,       https://cdn.example        , ''
            slip.pdf, https://cdn.example/a.exe, pdf
            """)
    @DisplayName("S-5: the extension its receiver sees, in a message and in a template")
    void tells_the_extension_of_a_document(String filename, String link, String extension) {
        Map<String, Object> document = new HashMap<>();
        document.put("filename", filename);
        document.put("link", link);
        document.put("id", link == null ? "1" : null);

        assertThat(MessageReader.cloudApi(Map.of("type", "document", "document", document))
                        .attachment())
                .isEqualTo(extension);
        assertThat(MessageReader.cloudApi(template(List.of(Map.of(
                                "type",
                                "header",
                                "parameters",
                                List.of(Map.of("type", "document", "document", document))))))
                        .attachment())
                .isEqualTo(extension);
    }

    @Test
    void deep_and_huge_messages_are_refused() {
        Map<String, Object> deep = new HashMap<>();
        deep.put("deeper", deep);
        refuses(Map.of("text", deep), "message: at most 32 levels of nesting, found more");
        List<Integer> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(i);
        }
        refuses(Map.of("text", many), "message: at most 10000 values, found more");
        refuses(Map.of("x", "y".repeat(1_000_001)), "message: at most 1000000 characters, found more");
    }

    @Test
    void what_no_later_step_could_write_down_is_refused() {
        refuses(
                Map.of("text", Map.of("body", "half a smile \uD83D")),
                "text.body: expected Unicode characters, found half of one, as a cut through an emoji leaves it");
        refuses(
                Map.of("text", Map.of("body", "a\0b")),
                "text.body: expected Unicode characters, found a NUL character");
        refuses(Map.of("x", Double.NaN), "x: expected a finite number of at most 100 digits, found another");
        refuses(Map.of("+15550100100", new Object()), "?: expected a value that JSON has, found java.lang.Object");
    }

    private static Map<String, Object> template(List<Object> components) {
        return Map.of(
                "type",
                "template",
                "template",
                Map.of("name", "slip_due", "language", Map.of("code", "pt_BR"), "components", components));
    }

    private static Map<String, Object> word(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static void refuses(Map<String, Object> body, String message) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> MessageReader.cloudApi(body))
                .withMessageContaining(message);
    }
}
