package org.whatsapppolicy.store.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Given;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * Message content as JSON. The same content always gives the same text, so that texts can be compared to tell whether a key
 * is used for other content (S-37).
 */
public final class ContentJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ContentJson() {}

    /** As text, by the names that {@link Shape} is read from. */
    public static String write(MessageContent content) {
        String body = content.json();
        StringBuilder text =
                new StringBuilder(body.length() + 160).append("{\"body\":").append(body);
        MessageContent.TemplateUse use = content.template();
        field(text, "attachment", content.attachment());
        MessageContent fallback = content.fallback();
        if (fallback != null) {
            text.append(",\"fallback\":").append(write(fallback));
        }
        if (use != null) {
            list(text, "bodyParameters", use.body());
            list(text, "headerParameters", use.header());
            field(text, "language", use.language());
            field(text, "template", use.name());
        }
        field(text, "type", content.type());
        MediaUpload file = content.upload();
        field(text, "upload", file == null ? null : file.mimeType());
        return text.append('}').toString();
    }

    private static void field(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(",\"").append(name).append("\":");
            JsonString.append(text, value);
        }
    }

    private static void list(StringBuilder text, String name, List<String> values) {
        text.append(",\"").append(name).append("\":[");
        for (int i = 0; i < values.size(); i++) {
            text.append(i > 0 ? "," : "");
            JsonString.append(text, values.get(i));
        }
        text.append(']');
    }

    /** Whether the stored text was made of what is given now, if otherwise. What a newer version stored may not tell. */
    static boolean madeOf(@Nullable Given given, String stored) {
        if (given == null) {
            return false;
        }
        MessageContent earlier;
        try {
            earlier = MAPPER.readValue(stored, Shape.class).content();
        } catch (JsonProcessingException e) {
            return false;
        }
        return stored.equals(write(given.like(earlier)));
    }

    /** From text. */
    public static MessageContent read(String json) {
        try {
            return MAPPER.readValue(json, Shape.class).content();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("found stored content that is not ours: the row was changed by hand?");
        }
    }
}
