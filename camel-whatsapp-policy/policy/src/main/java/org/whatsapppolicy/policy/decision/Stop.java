package org.whatsapppolicy.policy.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop that an operator ordered: the red button. Holds every message it covers, answers included, until it is taken back;
 * what people tell, opt-outs above all, is heard all the same.
 *
 * @param scope {@code all}, or {@code sender:}, {@code purpose:} or {@code template:} and a name
 * @param since when it was ordered
 * @param by who ordered it
 * @param why in the operator's words
 */
public record Stop(String scope, Instant since, String by, String why) {

    /** The scope of everything. */
    public static final String ALL = "all";

    public static String sender(String name) {
        return "sender:" + name;
    }

    public static String purpose(String name) {
        return "purpose:" + name;
    }

    /** A template of any account and language. */
    public static String template(String name) {
        return "template:" + name;
    }

    /**
     * Whether it covers a message.
     *
     * @param purpose name of its purpose
     * @param sender name of its sender, or null when it has none
     * @param template name of the template that goes, or null when it is free-form
     */
    public boolean covers(String purpose, @Nullable String sender, @Nullable String template) {
        return switch (kind()) {
            case ALL -> scope.equals(ALL);
            case "sender" -> sender != null && scope.equals(sender(sender));
            case "purpose" -> scope.equals(purpose(purpose));
            case "template" -> template != null && scope.equals(template(template));
            default -> false;
        };
    }

    private String kind() {
        int colon = scope.indexOf(':');
        return colon < 0 ? scope : scope.substring(0, colon);
    }
}
