package org.whatsapppolicy.policy.message;

import java.util.Map;

/** Makes {@link MessageContent} from what routes carry. Thread-safe. */
public final class MessageReader {

    private MessageReader() {}

    /**
     * A text message.
     *
     * @throws InvalidMessageException when it is empty or longer than the platform takes
     */
    public static MessageContent text(String text) {
        throw new UnsupportedOperationException();
    }

    /**
     * A message in Cloud API shape, the recipient and {@code messaging_product} left out or ignored.
     *
     * @throws InvalidMessageException naming the field, the limit and the actual size
     */
    public static MessageContent cloudApi(Map<String, ?> body) {
        throw new UnsupportedOperationException();
    }
}
