package org.whatsapppolicy.camel;

import java.util.Set;

/** What an endpoint does: the path of its URI. */
enum Operation {
    SEND("send"),
    CHECK("check"),
    CONSENT("consent"),
    WEBHOOK("webhook"),
    EVENTS("events");

    private static final Set<String> LATER = Set.of("control", "throttle", "optOut", "doctor");

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
        if (LATER.contains(word)) {
            throw new IllegalArgumentException("whatsapp-policy:" + word
                    + " comes with a later release; there are send, check, consent, webhook and events");
        }
        throw new IllegalArgumentException("whatsapp-policy:" + word
                + ": found no such operation, expected send, check, consent, webhook or events");
    }
}
