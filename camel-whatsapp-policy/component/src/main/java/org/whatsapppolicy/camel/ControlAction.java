package org.whatsapppolicy.camel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code whatsapp-policy:control} does. */
enum ControlAction {
    STOP("stop"),
    RESUME("resume"),
    SETTLE("settle"),
    RELEASE("release"),
    STATUS("status");

    private static final Set<String> LATER = Set.of("approve", "reject");

    private final String word;

    ControlAction(String word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException saying which there are */
    static ControlAction of(@Nullable String word) {
        for (ControlAction action : values()) {
            if (action.word.equals(word)) {
                return action;
            }
        }
        String there = "; there are stop, resume, settle, release and status";
        if (word != null && LATER.contains(word)) {
            throw new IllegalArgumentException("action=" + word + " comes with a later release" + there);
        }
        throw new IllegalArgumentException("action: found " + (word == null ? "none" : word) + there);
    }
}
