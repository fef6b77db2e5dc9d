package org.whatsapppolicy.camel;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code whatsapp-policy:consent} does. */
enum ConsentAction {
    LOOKUP("lookup"),
    GRANT("grant"),
    CONFIRM("confirm"),
    WITHDRAW("withdraw"),
    REQUEST("request"),
    RELATE("relate"),
    SETTINGS("settings"),
    IMPORT("import"),
    EXPORT("export"),
    FORGET("forget");

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
        String there = "; there are " + Arrays.stream(values()).map(a -> a.word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("action: found " + (word == null ? "none" : word) + there);
    }
}
