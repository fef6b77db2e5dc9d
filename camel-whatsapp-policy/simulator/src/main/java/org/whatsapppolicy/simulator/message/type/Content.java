package org.whatsapppolicy.simulator.message.type;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphError;
import org.whatsapppolicy.simulator.shown.ShownContent;

/**
 * What a valid message turned out to be.
 *
 * @param category the pricing category: service, marketing, marketing_lite, utility or authentication
 * @param template whether it may go outside the service window
 * @param needsPhone whether it cannot go to a business-scoped user id
 * @param laterFailure what the platform finds out only after it accepted the message
 * @param shown what the person sees
 */
public record Content(
        String category,
        boolean template,
        boolean needsPhone,
        @Nullable GraphError laterFailure,
        ShownContent shown) {

    /** A message that needs an open service window. */
    public static Content freeForm(ShownContent shown) {
        return new Content("service", false, false, null, shown);
    }

    /** A message made of a template of that category. */
    public static Content ofTemplate(String category, boolean needsPhone, ShownContent shown) {
        return new Content(category, true, needsPhone, null, shown);
    }

    /** The same, but failing after acceptance. */
    public Content failingLater(GraphError error) {
        return new Content(category, template, needsPhone, error, shown);
    }

    /** The same, but sent as if an approved template of that category stood behind it. */
    public Content sentDirectly(String directCategory, boolean toPhoneOnly) {
        return new Content(directCategory, true, toPhoneOnly, laterFailure, shown);
    }

    /** The same, but priced under another category. */
    public Content underCategory(String other) {
        return new Content(other, template, needsPhone, laterFailure, shown);
    }

    /** Whether it is a reaction, of which nothing but {@code sent} is ever told. */
    public boolean reaction() {
        return shown instanceof ShownContent.Reaction;
    }

    /** Whether it counts as marketing. */
    public boolean marketing() {
        return category.startsWith("marketing");
    }
}
