package org.whatsapppolicy.policy.message;

import java.util.Map;

/**
 * Makes {@link MessageContent} from what routes carry: the one path on which every message, typed or not, meets the
 * platform's limits. Characters are counted as Unicode code points. Thread-safe.
 *
 * <p>A message as a whole is bounded too: 32 levels of nesting, 10,000 values, 1,000,000 UTF-16 characters.
 */
public final class MessageReader {

    private MessageReader() {}

    /**
     * A text message.
     *
     * @throws InvalidMessageException when it is empty or longer than the platform takes
     */
    public static MessageContent text(String text) {
        return cloudApi(Map.of("type", "text", "text", Map.of("body", text)));
    }

    /**
     * A message in Cloud API shape, the recipient and {@code messaging_product} left out or ignored, as is
     * {@code biz_opaque_callback_data}, which carries our own message id. A missing {@code type} means text. Fields this
     * version does not know pass untouched; fields with a null are left out. Where the id of a file may stand, a {@link
     * MediaUpload} may stand too.
     *
     * <p>Refused although the platform knows them: groups, Direct Send (S-45), read receipts and typing indicators, fields
     * that Graph reads from any body ({@code access_token}, {@code method}, …), and objects of a second message type.
     *
     * @throws InvalidMessageException naming the field, the limit and the actual size
     */
    public static MessageContent cloudApi(Map<String, ?> body) {
        JsonValues values = new JsonValues(true);
        JsonObject request = body instanceof JsonObject checked ? checked : values.read(body);
        MessageType type = MessageType.of(request.get("type"));
        Envelope.check(type, request);
        Object object = request.get(type.word());
        if (object == null) {
            throw new InvalidMessageException(type.word(), "required, found nothing");
        }
        type.shape().check(type.word(), object);

        JsonObject content = request.beginning("type", type.word(), field -> !Envelope.ours(field));
        MediaUpload upload = values.upload();
        return new MessageContent(
                type.word(),
                type == MessageType.TEMPLATE ? TemplateParts.use((Map<?, ?>) object) : null,
                Attachments.extension(type, object),
                upload == null ? content : Uploads.marked(content),
                upload);
    }
}
