package org.whatsapppolicy.policy.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document, possible only inside an open service window and only of a kind that the purpose allows ({@code attachments},
 * S-5). Outside the window a template with a {@link TemplateHeader#document} goes.
 *
 * @param file where it is, best with a {@link Media#named file name}
 * @param caption words below it, at most 1024 characters, or null
 */
public record DocumentMessage(Media file, @Nullable String caption) implements OutboundMessage {

    /** Checks the limits. */
    public DocumentMessage {
        var unused = content(file, caption);
    }

    /** One that the platform has, by its id. */
    public static DocumentMessage id(String mediaId, String fileName) {
        return new DocumentMessage(Media.id(mediaId).named(fileName), null);
    }

    /** One that the platform fetches from an http or https address. */
    public static DocumentMessage link(String url, String fileName) {
        return new DocumentMessage(Media.link(url).named(fileName), null);
    }

    /** One that is uploaded when the message is allowed: text, PDF or an office document, at most 100 MB. */
    public static DocumentMessage upload(MediaUpload file, String fileName) {
        return new DocumentMessage(Media.upload(file).named(fileName), null);
    }

    /** The same with words below it, at most 1024 characters. */
    public DocumentMessage withCaption(String words) {
        return new DocumentMessage(file, words);
    }

    @Override
    public MessageContent content() {
        return content(file, caption);
    }

    private static MessageContent content(Media file, @Nullable String caption) {
        Object document = JsonFields.with("caption", caption).and(file.named()).map();
        return MessageReader.cloudApi(Map.of("type", "document", "document", document));
    }

    @Override
    public String toString() {
        return "DocumentMessage[" + file + "]";
    }
}
