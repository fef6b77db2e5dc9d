package org.whatsapppolicy.camel;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.content.FileBody;
import org.whatsapppolicy.policy.message.InvalidMessageException;
import org.whatsapppolicy.policy.message.MediaKind;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.policy.message.MessageReader;

/** Reads a message whose body is a file, or a link to one, as the option {@code media} says. */
final class MediaReader {

    private static final String VOICE = "voice";

    private final Evaluated media;
    private final Evaluated mediaType;
    private final Evaluated fileName;
    private final Evaluated caption;

    MediaReader(CamelContext camel, WhatsAppPolicyConfiguration options) {
        media = Evaluated.of(camel, "media", options.getMedia(), WhatsAppPolicyConstants.MEDIA);
        mediaType = Evaluated.of(camel, "mediaType", options.getMediaType(), WhatsAppPolicyConstants.MEDIA_TYPE);
        fileName = Evaluated.of(camel, "fileName", options.getFileName(), WhatsAppPolicyConstants.FILE_NAME);
        caption = Evaluated.of(camel, "caption", options.getCaption(), WhatsAppPolicyConstants.CAPTION);
    }

    /** Whether the exchange says by option or header that its body is a file. */
    boolean asked(Exchange exchange) {
        return media.text(exchange) != null;
    }

    /** The file as a message of its own. */
    MessageContent message(Exchange exchange) {
        MediaKind kind = kind(exchange);
        Map<String, Object> object = object(exchange, kind);
        object.put("caption", caption.text(exchange));
        if (VOICE.equalsIgnoreCase(media.text(exchange))) {
            object.put(VOICE, true);
        }
        return MessageReader.cloudApi(Map.of("type", kind.word(), kind.word(), object));
    }

    /** The file as what fills the header of a template. */
    Map<String, Object> header(Exchange exchange) {
        MediaKind kind = kind(exchange);
        if (kind == MediaKind.AUDIO || kind == MediaKind.STICKER) {
            throw new InvalidMessageException(
                    "media", "expected image, video or document in the header of a template, found " + kind.word());
        }
        return Map.of(kind.word(), object(exchange, kind));
    }

    private MediaKind kind(Exchange exchange) {
        String word = String.valueOf(media.text(exchange)).toUpperCase(Locale.ROOT);
        if (word.equals(VOICE.toUpperCase(Locale.ROOT))) {
            return MediaKind.AUDIO;
        }
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidMessageException(
                        "media", "expected image, video, audio, voice, document or sticker, found another word"));
    }

    private Map<String, Object> object(Exchange exchange, MediaKind kind) {
        Map<String, Object> object = new HashMap<>();
        String name = name(exchange);
        if (exchange.getMessage().getBody() instanceof CharSequence link) {
            object.put("link", link.toString().strip());
        } else {
            object.put("id", upload(exchange, kind, name));
        }
        if (kind == MediaKind.DOCUMENT) {
            object.put("filename", name);
        }
        return object;
    }

    private MediaUpload upload(Exchange exchange, MediaKind kind, @Nullable String name) {
        String type = type(exchange, kind, name);
        try {
            return FileBody.read(exchange, type, kind.limit());
        } catch (IOException e) {
            // Its text may name a file.
            throw new InvalidMessageException(
                    kind.word(),
                    "the file in the body cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** What is said for this purpose counts; a Content-Type that fits, or else what the name promises, is good enough. */
    private String type(Exchange exchange, MediaKind kind, @Nullable String name) {
        String said = mediaType.text(exchange);
        if (said != null) {
            return said;
        }
        String header = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
        String plain = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (kind.mimeTypes().contains(plain)) {
            return plain;
        }
        return MediaUpload.mimeTypeOf(name == null ? "" : name)
                .orElseThrow(() -> new InvalidMessageException(
                        "mediaType",
                        "expected option mediaType, header " + WhatsAppPolicyConstants.MEDIA_TYPE
                                + ", Content-Type or a file name whose extension tells it, found none; the platform takes "
                                + String.join(", ", kind.mimeTypes())));
    }

    private @Nullable String name(Exchange exchange) {
        String said = fileName.text(exchange);
        if (said != null) {
            return said;
        }
        String path = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        return path == null ? null : path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }
}
