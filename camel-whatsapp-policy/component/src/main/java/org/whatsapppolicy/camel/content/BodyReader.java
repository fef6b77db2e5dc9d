package org.whatsapppolicy.camel.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.support.MessageHelper;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.policy.message.InvalidMessageException;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageReader;
import org.whatsapppolicy.policy.message.OutboundMessage;
import org.whatsapppolicy.policy.message.Signal;

/**
 * Reads the body of an exchange as a message: text is a text message; a map, a JSON tree, or JSON as text, bytes or stream is
 * a message in Cloud API shape; a typed message or signal is what it is.
 */
public final class BodyReader {

    private BodyReader() {}

    /**
     * The body as a value: a map for everything that is a JSON object, a list, a text, or null.
     *
     * @throws InvalidMessageException when it is none of these
     */
    public static @Nullable Object value(Exchange exchange) {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        if (body == null
                || body instanceof Map<?, ?>
                || body instanceof List<?>
                || body instanceof MessageContent
                || body instanceof Signal) {
            return body;
        }
        if (body instanceof OutboundMessage typed) {
            return typed.content();
        }
        if (body instanceof JsonNode tree) {
            return tree.isTextual() ? tree.textValue() : tree.isObject() ? Json.object((Object) tree) : null;
        }
        if (body instanceof CharSequence || body instanceof Number || body instanceof Boolean) {
            return jsonOrText(body.toString());
        }
        if (body instanceof InputStream && !(body instanceof StreamCache)) {
            keep(message);
        }
        String text = readable(exchange, body) ? message.getBody(String.class) : null;
        if (message.getBody() instanceof StreamCache) {
            MessageHelper.resetStreamCache(message);
        }
        if (text == null) {
            throw new InvalidMessageException(
                    "body",
                    "expected text, a map, JSON or a typed message, found "
                            + body.getClass().getName());
        }
        return jsonOrText(text);
    }

    /** Camel makes a text of every object, as Java prints it, which is nothing to send to people. */
    private static boolean readable(Exchange exchange, Object body) {
        return body instanceof WrappedFile<?>
                || exchange.getContext().getTypeConverterRegistry().lookup(String.class, body.getClass()) != null;
    }

    /** Without stream caching a stream could be read only once, and a redelivery would find an empty message. */
    private static void keep(Message message) {
        byte[] bytes = message.getBody(byte[].class);
        if (bytes != null) {
            message.setBody(new InputStreamCache(bytes));
        }
    }

    /** A text that is a JSON object with a type or a product is meant for the platform, any other is for people. */
    private static Object jsonOrText(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start < text.length() && text.charAt(start) == '{') {
            Map<String, Object> object = Json.object(text);
            if (object != null) {
                return object;
            }
        }
        return text;
    }

    /**
     * The message without a template being asked for.
     *
     * @throws InvalidMessageException naming the field, the limit and the actual size
     */
    public static MessageContent message(@Nullable Object value) {
        if (value instanceof MessageContent content) {
            return content;
        }
        if (value instanceof Map<?, ?> map) {
            return MessageReader.cloudApi(texts(map));
        }
        if (value instanceof String text) {
            return MessageReader.text(text);
        }
        throw new InvalidMessageException(
                "body",
                "expected text, a map, JSON or a typed message, found "
                        + (value == null ? "nothing" : value.getClass().getName()));
    }

    /** The recipient that a message in Cloud API shape names, or null. */
    public static @Nullable String recipient(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        // When both are sent, the platform takes the number.
        Object to = map.get("to") != null ? map.get("to") : map.get("recipient");
        return to == null ? null : to.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> texts(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!(key instanceof String)) {
                throw new InvalidMessageException("body", "expected names as text, found " + key.getClass());
            }
        }
        return (Map<String, ?>) map;
    }
}
