package org.whatsapppolicy.policy.message;

import java.util.Map;

/** What stands above the text of an interactive message. */
public sealed interface InteractiveHeader {

    /** The header in Cloud API shape. */
    Map<String, Object> cloudApi();

    /** A line of at most 60 characters. */
    static InteractiveHeader text(String text) {
        return new Text(text);
    }

    /** A picture. */
    static InteractiveHeader image(Media image) {
        return new File("image", image);
    }

    /** A film. */
    static InteractiveHeader video(Media video) {
        return new File("video", video);
    }

    /** A document, best with a {@link Media#named file name}; the purpose must allow its kind (S-5). */
    static InteractiveHeader document(Media document) {
        return new File("document", document);
    }

    /**
     * A line.
     *
     * @param text at most 60 characters
     */
    record Text(String text) implements InteractiveHeader {
        @Override
        public Map<String, Object> cloudApi() {
            return JsonFields.with("type", "text").and("text", text).map();
        }

        @Override
        public String toString() {
            return "Text[]";
        }
    }

    /**
     * A file.
     *
     * @param type {@code image}, {@code video} or {@code document}
     * @param media where it is
     */
    record File(String type, Media media) implements InteractiveHeader {
        @Override
        public Map<String, Object> cloudApi() {
            return Map.of("type", type, type, media.cloudApi());
        }
    }
}
