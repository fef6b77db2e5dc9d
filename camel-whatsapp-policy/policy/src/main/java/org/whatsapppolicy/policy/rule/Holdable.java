package org.whatsapppolicy.policy.rule;

import java.util.List;
import org.whatsapppolicy.policy.message.MediaUpload;

/**
 * A message whose file comes with it as a stream goes now or not at all: the stream ends with the exchange that brought it, and
 * the file is kept nowhere. {@link Case#defer} asks here before anything is put off.
 */
final class Holdable implements Rule {

    private static final ReasonCode CANNOT_DEFER = new ReasonCode(
            "cannot-defer",
            "The message cannot be held for later, because its file comes as a stream; give it by link or by id.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(CANNOT_DEFER);
    }

    /** Finds a message that was held all the same, because its process ended while it was under way. */
    @Override
    public void judge(Case c) {
        MediaUpload file = c.content.upload();
        if (file != null && !file.present()) {
            c.deny(CANNOT_DEFER, "its file went with the exchange that brought it");
        }
    }

    /** A message that something puts off. */
    static void deferred(Case c) {
        if (c.content.upload() != null && !c.denied()) {
            c.deny(CANNOT_DEFER, "its file comes as a stream; given by link or by id it could be held");
        }
    }
}
