package org.whatsapppolicy.camel.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.CallbackData;
import org.whatsapppolicy.policy.message.MessageContent;

/** JSON on the wire, in both directions. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectReader READER = MAPPER.readerFor(OBJECT);
    private static final ObjectReader ALONE = READER.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** The body of a request to the platform: who, what, and what webhooks give back. */
    public static byte[] request(SendRequest request, CallbackData ours) {
        JsonText json = new JsonText().field("messaging_product", "whatsapp");
        Recipient recipient = request.recipient();
        if (recipient instanceof PhoneNumber phone) {
            json.field("to", phone.e164());
        } else if (recipient instanceof UserId user) {
            json.field("recipient", user.value());
        } else {
            throw new IllegalArgumentException("nobody to send to: " + recipient.masked());
        }
        return json.fields(request.content().json())
                .field("biz_opaque_callback_data", ours.text())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The body of a read receipt or a typing indicator. */
    public static byte[] signal(MessageContent signal) {
        return new JsonText()
                .field("messaging_product", "whatsapp")
                .fields(signal.json())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON object in the bytes, or null when they are none. */
    public static @Nullable Map<String, Object> object(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        try {
            return READER.readValue(bytes);
        } catch (IOException e) {
            return null;
        }
    }

    /** The JSON object that the text is, or null when it is none or something stands behind it. */
    public static @Nullable Map<String, Object> only(String text) {
        try {
            return ALONE.readValue(text);
        } catch (IOException e) {
            return null;
        }
    }

    /** The JSON object in the text, or null when it is none. */
    public static @Nullable Map<String, Object> object(String text) {
        try {
            return READER.readValue(text);
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * The text of an object that was read from these bytes, or null when it is better written anew: it is not in UTF-8, or something
     * stands behind the object that a database does not take.
     */
    public static @Nullable String asPosted(byte[] bytes) {
        // In UTF-16 and UTF-32 one of the first two is zero; a mark of the encoding is no brace.
        if (bytes.length < 2 || bytes[0] != '{' || bytes[1] == 0) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\0') < 0 ? text : null;
    }

    /** The object as text. */
    public static String text(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            // The cause would quote the content.
            throw new IllegalArgumentException("found a value that is not JSON");
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
