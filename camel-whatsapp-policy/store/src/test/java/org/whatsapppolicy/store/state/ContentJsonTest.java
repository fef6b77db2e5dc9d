package org.whatsapppolicy.store.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.message.DocumentMessage;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageReader;
import org.whatsapppolicy.policy.message.TemplateMessage;
import org.whatsapppolicy.policy.message.TextMessage;

/** S-37: the same content is the same text; and nothing is lost on the way there and back. */
class ContentJsonTest {

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("type", "location");
        one.put("location", ordered("latitude", 1.5, "longitude", -2, "name", "Sé"));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("location", ordered("name", "Sé", "longitude", -2, "latitude", 1.5));
        other.put("type", "location");
        assertThat(ContentJson.write(MessageReader.cloudApi(one)))
                .isEqualTo(ContentJson.write(MessageReader.cloudApi(other)))
                .isEqualTo("{\"body\":{\"location\":{\"latitude\":1.5,\"longitude\":-2,\"name\":\"Sé\"},"
                        + "\"type\":\"location\"},\"type\":\"location\"}");
    }

    @Test
    void comesBackAsItWas() {
        MessageContent content = TemplateMessage.fromParameters(
                        "slip_due", "pt_BR", Map.of("1", "7\n\"x\" \u2028 é 😀"))
                .content();
        assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
    }

    @Test
    void aFallbackComesBackWithTheMessage() {
        MessageContent template = TemplateMessage.fromParameters("slip_due", "pt_BR", Map.of("1", "Ana"))
                .content();
        MessageContent content = TextMessage.of("Oi").content().orElse(template);
        assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
        assertThat(ContentJson.write(content))
                .isNotEqualTo(ContentJson.write(TextMessage.of("Oi").content()));
    }

    @Test
    void whatANewerVersionStoredIsNotToldToBeTheSame() {
        MessageContent content = TextMessage.of("Oi").content();
        String stored = ContentJson.write(content);
        assertThat(ContentJson.madeOf(earlier -> content, stored)).isTrue();
        assertThat(ContentJson.madeOf(
                        earlier -> content, stored.replace("{\"body\":{\"te", "{\"later\":1,\"body\":{\"te")))
                .isFalse();
    }

    @Test
    void everyKindOfValueIsWrittenAsJson() {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("float", 1.1f);
        extra.put("decimal", new BigDecimal("12.50"));
        extra.put("integer", new BigInteger("123456789012345678901"));
        extra.put("short", (short) 7);
        extra.put("flag", true);
        extra.put("list", List.of("b", "a", List.of()));
        MessageContent content =
                MessageReader.cloudApi(Map.of("type", "text", "text", Map.of("body", "x"), "later_field", extra));
        assertThat(ContentJson.write(content))
                .contains("\"later_field\":{\"decimal\":12.50,\"flag\":true,\"float\":1.1,"
                        + "\"integer\":123456789012345678901,\"list\":[\"b\",\"a\",[]],\"short\":7}");
    }

    @Test
    void ofAFileToUploadOnlyTheDigestIsKept() {
        byte[] bytes = {1, 2, 3};
        MessageContent content = DocumentMessage.upload(MediaUpload.of(bytes, "application/pdf"), "slip.pdf")
                .content();

        MessageContent back = ContentJson.read(ContentJson.write(content));

        assertThat(back.body()).isEqualTo(content.body());
        assertThat(back.attachment()).isEqualTo("pdf");
        assertThat(back.upload()).isEqualTo(MediaUpload.gone("application/pdf"));
        MediaUpload other = MediaUpload.of(new byte[] {4}, "application/pdf");
        assertThat(ContentJson.write(DocumentMessage.upload(other, "slip.pdf").content()))
                .isNotEqualTo(ContentJson.write(content));
    }

    private static Map<String, Object> ordered(Object... fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put((String) fields[i], fields[i + 1]);
        }
        return map;
    }
}
