package org.whatsapppolicy.policy.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the document in a message, wherever it may stand, and the extension under which its receiver sees it. */
final class Attachments {

    private Attachments() {}

    /** The extension as {@link MessageContent#attachment()} promises it. */
    static @Nullable String extension(MessageType type, Object object) {
        Object document =
                switch (type) {
                    case DOCUMENT -> object;
                    case INTERACTIVE -> Rules.at(object, "header", "document");
                    case TEMPLATE -> inHeader((Map<?, ?>) object);
                    default -> null;
                };
        return document instanceof Map<?, ?> found ? extension(found) : null;
    }

    private static @Nullable Object inHeader(Map<?, ?> template) {
        List<Map<?, ?>> header = TemplateParts.parameters(template, "header");
        return header.isEmpty() ? null : header.get(0).get("document");
    }

    private static String extension(Map<?, ?> document) {
        if (document.get("filename") instanceof String name) {
            return extension(name);
        }
        if (document.get("id") instanceof MediaUpload file) {
            return file.extension();
        }
        return document.get("link") instanceof String link ? extension(path(link)) : "";
    }

    private static String path(String link) {
        String path = link.split("[?#]", 2)[0];
        int host = path.indexOf("//") + 2;
        return path.indexOf('/', host) < 0 ? "" : path.substring(path.indexOf('/', host));
    }

    /** Letters and digits behind the last dot; anything odd counts as no extension, so that no list of allowed ones has it. */
    static String extension(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String extension = dot > 0 ? last.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        return extension.matches("[a-z0-9]{1,20}") ? extension : "";
    }
}
