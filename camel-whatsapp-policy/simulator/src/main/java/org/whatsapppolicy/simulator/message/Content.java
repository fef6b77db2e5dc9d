package org.whatsapppolicy.simulator.message;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * What a valid message turned out to be.
 *
 * @param category the pricing category: service, marketing, utility or authentication
 * @param template whether it may go outside the service window
 * @param shown what the person sees
 * @param laterFailure what the platform finds out only after it accepted the message
 */
record Content(String category, boolean template, @Nullable GraphError laterFailure, ShownContent shown) {

    static Content freeForm(ShownContent shown) {
        return new Content("service", false, null, shown);
    }

    static Content ofTemplate(String category, ShownContent shown) {
        return new Content(category, true, null, shown);
    }

    Content failingLater(GraphError error) {
        return new Content(category, template, error, shown);
    }

    boolean reaction() {
        return shown instanceof ShownContent.Reaction;
    }

    boolean marketing() {
        return category.equals("marketing");
    }
}
