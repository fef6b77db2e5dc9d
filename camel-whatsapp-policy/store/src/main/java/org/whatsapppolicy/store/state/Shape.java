package org.whatsapppolicy.store.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.policy.message.MessageContent;

/** The stored form of content; its own type, so that the core's records may change without changing what is stored. */
record Shape(
        String type,
        @Nullable String template,
        @Nullable String language,
        @Nullable List<String> headerParameters,
        @Nullable List<String> bodyParameters,
        @Nullable String attachment,
        Map<String, Object> body,
        @Nullable String upload,
        @Nullable Shape fallback) {

    MessageContent content() {
        MessageContent.TemplateUse use = template == null || language == null
                ? null
                : new MessageContent.TemplateUse(template, language, list(headerParameters), list(bodyParameters));
        // The body has the file's digest where its id will stand, so that another file is other content (S-37).
        return new MessageContent(
                type,
                use,
                attachment,
                body,
                upload == null ? null : MediaUpload.gone(upload),
                fallback == null ? null : fallback.content());
    }

    private static List<String> list(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
