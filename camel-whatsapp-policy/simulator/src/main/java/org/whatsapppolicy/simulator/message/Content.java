package org.whatsapppolicy.simulator.message;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;

/**
 * What a valid message turned out to be.
 *
 * @param category the pricing category: service, marketing, utility or authentication
 * @param template whether it may go outside the service window
 * @param laterFailure what the platform finds out only after it accepted the message
 */
record Content(String category, boolean template, @Nullable GraphError laterFailure) {

    static final Content FREE_FORM = new Content("service", false, null);

    static Content ofTemplate(String category) {
        return new Content(category, true, null);
    }

    boolean marketing() {
        return category.equals("marketing");
    }
}
