package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a route hands over, it is a message or a clear refusal. */
class MessageReaderProperties {

    private static final List<String> WORDS = List.of(
            "type",
            "text",
            "body",
            "template",
            "name",
            "language",
            "code",
            "components",
            "parameters",
            "header",
            "button",
            "sub_type",
            "index",
            "interactive",
            "action",
            "buttons",
            "reply",
            "sections",
            "rows",
            "cards",
            "card_index",
            "carousel",
            "list",
            "image",
            "id",
            "link",
            "document",
            "filename",
            "contacts",
            "context",
            "message_id",
            "recipient_type",
            "category",
            "url",
            "quick_reply",
            "payload",
            "location",
            "latitude",
            "product_items");

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void never_throws_anything_but_a_refusal(@ForAll("objects") Map<String, Object> body) {
        try {
            MessageContent content = MessageReader.cloudApi(body);
            assertThat(MessageReader.cloudApi(content.body())).isEqualTo(content);
        } catch (InvalidMessageException refused) {
            assertThat(refused.getMessage()).startsWith(refused.field() + ": ").doesNotContain(RandomJson.CONTENT);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void a_known_type_with_any_object_never_throws_anything_but_a_refusal(
            @ForAll("types") String type, @ForAll("objects") Map<String, Object> object) {
        never_throws_anything_but_a_refusal(Map.of("type", type, type, object));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void any_text_is_sent_as_it_is_or_refused(@ForAll String text) {
        try {
            assertThat(MessageReader.text(text).body().get("text")).isEqualTo(Map.of("body", text));
        } catch (InvalidMessageException refused) {
            assertThat(refused.field()).isEqualTo("text.body");
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void any_parameters_are_taken_or_refused(@ForAll("objects") Map<String, Object> parameters) {
        try {
            TemplateMessage message = TemplateMessage.fromParameters("t", "en", parameters);
            assertThat(message.content().body()).containsKey("template");
        } catch (InvalidMessageException refused) {
            assertThat(refused.getMessage()).doesNotContain(RandomJson.CONTENT);
        }
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(MessageType.values()).map(MessageType::word);
    }

    /** Names that are texts; what stands in them is anything. */
    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return RandomJson.objects(WORDS).map(object -> {
            Map<String, Object> named = new HashMap<>();
            object.forEach((name, value) -> named.put(String.valueOf(name), value));
            return named;
        });
    }
}
