package org.whatsapppolicy.policy.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a message to the platform as {@code biz_opaque_callback_data} and comes back in its statuses: which message of
 * ours it is, in which attempt. A message that is sent again after nobody knew what became of it has two statuses of each kind.
 *
 * @param message our id
 * @param attempt from 1
 */
public record CallbackData(UUID message, int attempt) {

    private static final int ID = 36;
    private static final int LONGEST = ID + 1 + 9;

    /** Our id; behind it the attempt when that is not the first, as in {@code 01890a5d-…:2}. */
    public String text() {
        return attempt == 1 ? message.toString() : message + ":" + attempt;
    }

    /** What somebody wrote so; null for anything else, which is not ours. The id alone means the first attempt. */
    public static @Nullable CallbackData read(@Nullable String text) {
        if (text == null || text.length() < ID || text.length() > LONGEST) {
            return null;
        }
        try {
            UUID message = UUID.fromString(text.substring(0, ID));
            if (text.length() == ID) {
                return new CallbackData(message, 1);
            }
            String digits = text.substring(ID + 1);
            boolean ours = text.charAt(ID) == ':' && digits.matches("[1-9][0-9]*");
            return ours ? new CallbackData(message, Integer.parseInt(digits)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
