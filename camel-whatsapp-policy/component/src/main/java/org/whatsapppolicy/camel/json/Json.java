package org.whatsapppolicy.camel.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.decision.SendRequest;

/** JSON on the wire, in both directions. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /** The body of a request to the platform: who, what, and our id, which webhooks give back. */
    public static byte[] request(SendRequest request, UUID id) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("messaging_product", "whatsapp");
            recipient(json, request.recipient());
            for (Map.Entry<String, Object> field : request.content().body().entrySet()) {
                json.writeFieldName(field.getKey());
                value(json, field.getValue());
            }
            json.writeStringField("biz_opaque_callback_data", id.toString());
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void recipient(JsonGenerator json, Recipient recipient) throws IOException {
        if (recipient instanceof PhoneNumber phone) {
            json.writeStringField("to", phone.e164());
        } else if (recipient instanceof UserId user) {
            json.writeStringField("recipient", user.value());
        } else {
            throw new IllegalArgumentException("nobody to send to: " + recipient.masked());
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                json.writeFieldName(String.valueOf(field.getKey()));
                value(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(json, element);
            }
            json.writeEndArray();
        } else {
            json.writePOJO(value);
        }
    }

    /** The JSON object in the bytes, or null when they are none. */
    public static @Nullable Map<String, Object> object(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        try {
            return MAPPER.readValue(bytes, OBJECT);
        } catch (IOException e) {
            return null;
        }
    }

    /** The JSON object in the text, or null when it is none. */
    public static @Nullable Map<String, Object> object(String text) {
        try {
            return MAPPER.readValue(text, OBJECT);
        } catch (IOException e) {
            return null;
        }
    }

    /** A tree or any other bean of Jackson's as maps and lists. */
    public static Map<String, Object> object(Object tree) {
        return MAPPER.convertValue(tree, OBJECT);
    }

    /** {@code THROTTLE_SENDER} as {@code throttle-sender}. */
    public static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
