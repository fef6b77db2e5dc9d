package org.whatsapppolicy.camel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code whatsapp-policy:consent} does. */
enum ConsentAction {
    LOOKUP("lookup"),
    GRANT("grant"),
    CONFIRM("confirm"),
    WITHDRAW("withdraw"),
    REQUEST("request");

    private static final Set<String> LATER = Set.of("relate", "settings", "import", "forget", "export");

    private final String word;

    ConsentAction(String word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException saying which there are */
    static ConsentAction of(@Nullable String word) {
        for (ConsentAction action : values()) {
            if (action.word.equals(word)) {
                return action;
            }
        }
        String there = "; there are lookup, grant, confirm, withdraw and request";
        if (word != null && LATER.contains(word)) {
            throw new IllegalArgumentException("action=" + word + " comes with a later release" + there);
        }
        throw new IllegalArgumentException("action: found " + (word == null ? "none" : word) + there);
    }
}
