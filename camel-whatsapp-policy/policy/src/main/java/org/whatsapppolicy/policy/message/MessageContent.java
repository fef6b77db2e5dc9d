package org.whatsapppolicy.policy.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, in Cloud API shape without the recipient, together with what the rules need to know of it. The platform's
 * limits of length and count were checked when it was made. Immutable.
 *
 * @param type the platform's word: {@code text}, {@code template}, {@code image}, …
 * @param template the template used, or null for a free-form message
 * @param attachment lower-case file name extension of a document, empty when it has none, null when no document is sent
 * @param body the request body in Cloud API shape, without {@code messaging_product}, {@code to}, {@code recipient} and
 *     {@code biz_opaque_callback_data}; values are strings, numbers, booleans, lists and maps
 * @param upload the file that must be uploaded before the message can go, or null
 * @param fallback the template that goes instead of a free-form message when the window is closed, or null
 */
public record MessageContent(
        String type,
        @Nullable TemplateUse template,
        @Nullable String attachment,
        Map<String, Object> body,
        @Nullable MediaUpload upload,
        @Nullable MessageContent fallback) {

    /** Copies the body in depth; a value that JSON does not have is an {@link InvalidMessageException}. */
    public MessageContent {
        body = JsonValues.copy(body);
    }

    /** A message without a fallback. */
    public MessageContent(
            String type,
            @Nullable TemplateUse template,
            @Nullable String attachment,
            Map<String, Object> body,
            @Nullable MediaUpload upload) {
        this(type, template, attachment, body, upload, null);
    }

    /** A message without a file to upload. */
    public MessageContent(
            String type, @Nullable TemplateUse template, @Nullable String attachment, Map<String, Object> body) {
        this(type, template, attachment, body, null, null);
    }

    /** The same with the id that the platform gave to its file. */
    public MessageContent uploaded(String mediaId) {
        return upload == null
                ? this
                : new MessageContent(type, template, attachment, Uploads.named(body, upload.mark(), mediaId));
    }

    /**
     * The same as an answer that quotes a message.
     *
     * @param wamid the platform's id of that message
     * @throws InvalidMessageException when it is a reaction, which names its message itself, or the id is empty
     */
    public MessageContent inReplyTo(String wamid) {
        Map<String, Object> quoting = new LinkedHashMap<>(body);
        quoting.put("context", Map.of("message_id", wamid));
        Envelope.check(MessageType.of(type), quoting);
        return new MessageContent(type, template, attachment, quoting, upload, fallback);
    }

    /**
     * The same with a template for when the window is closed. A template has no need of one and stays as it is.
     *
     * @param template a template message
     */
    public MessageContent orElse(MessageContent template) {
        return freeForm() ? new MessageContent(type, null, attachment, body, upload, template) : this;
    }

    /** The template that it is, or that may go instead of it; null when there is none. */
    public @Nullable TemplateUse anyTemplate() {
        return template == null && fallback != null ? fallback.template() : template;
    }

    /**
     * The body as JSON text. The same content always gives the same text: the fields of each object stand in the order of their
     * names.
     */
    public String json() {
        return JsonValues.copy(body).json();
    }

    /** Whether it is a free-form message, possible only inside an open service window. */
    public boolean freeForm() {
        return template == null;
    }

    @Override
    public String toString() {
        return "MessageContent[" + type + (template == null ? "" : " " + template.name()) + "]";
    }

    /**
     * A template as a message uses it.
     *
     * @param name lower-case name
     * @param language the platform's code, such as {@code pt_BR}
     * @param header names of the header parameters given: {@code 1} or a parameter name; for media its type
     * @param body names of the body parameters given, {@code 1}, {@code 2}, … for positional ones
     */
    public record TemplateUse(String name, String language, List<String> header, List<String> body) {

        public TemplateUse {
            header = List.copyOf(header);
            body = List.copyOf(body);
        }
    }
}
