package org.whatsapppolicy.camel;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What an endpoint does: the path of its URI. */
enum Operation {
    SEND("send"),
    CHECK("check"),
    CONSENT("consent"),
    WEBHOOK("webhook"),
    OPT_OUT("optOut"),
    CONTROL("control"),
    EVENTS("events");

    private static final Set<String> LATER = Set.of("throttle", "doctor");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** @throws IllegalArgumentException saying which there are */
    static Operation of(String word) {
        for (Operation operation : values()) {
            if (operation.word.equals(word)) {
                return operation;
            }
        }
        String there = Arrays.stream(values()).map(Operation::word).collect(Collectors.joining(", "));
        if (LATER.contains(word)) {
            throw new IllegalArgumentException(
                    "whatsapp-policy:" + word + " comes with a later release; there are " + there);
        }
        throw new IllegalArgumentException(
                "whatsapp-policy:" + word + ": found no such operation, expected one of " + there);
    }
}
