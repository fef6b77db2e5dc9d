package org.whatsapppolicy.policy.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of messages and their limits, as the platform documents them for {@code POST /messages}. A type is one constant
 * here; its object stands in the body under the type's own word.
 */
enum MessageType {
    TEXT(Shape.object().required("body", Shape.text(4096)).optional("preview_url", Shape.flag())),
    IMAGE(MediaShapes.captioned(MediaShapes.IMAGE)),
    VIDEO(MediaShapes.captioned(MediaShapes.VIDEO)),
    AUDIO(MediaShapes.AUDIO),
    DOCUMENT(MediaShapes.DOCUMENT),
    STICKER(MediaShapes.STICKER),
    LOCATION(MediaShapes.LOCATION),
    CONTACTS(ContactShapes.CONTACTS),
    /** An empty emoji takes an earlier reaction back. */
    REACTION(Shape.object().required("message_id", Shape.text()).required("emoji", Shape.upTo(64))),
    INTERACTIVE(InteractiveShapes.INTERACTIVE),
    TEMPLATE(TemplateShapes.TEMPLATE);

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // shapes are immutable, which the compiler cannot see of a lambda
    private final Shape shape;

    MessageType(Shape shape) {
        this.word = name().toLowerCase(Locale.ROOT);
        this.shape = shape;
    }

    String word() {
        return word;
    }

    Shape shape() {
        return shape;
    }

    /** @param word what stands under {@code type}; null is a text */
    static MessageType of(@Nullable Object word) {
        if (word == null) {
            return TEXT;
        }
        for (MessageType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        String known = Arrays.stream(values()).map(MessageType::word).collect(Collectors.joining(", "));
        throw new InvalidMessageException("type", "expected one of " + known + ", found " + Shape.found(word));
    }
}
