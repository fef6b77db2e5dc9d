package org.whatsapppolicy.simulator.message.template;

import com.fasterxml.jackson.databind.JsonNode;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.message.type.Fields;
import org.whatsapppolicy.simulator.template.TemplateShape;

/** A limited-time offer: when it ends, in milliseconds since 1970, if the template counts down. */
final class OfferFill {

    private static final String WHERE = "limited_time_offer.expiration_time_ms";

    private OfferFill() {}

    static void check(TemplateShape shape, JsonNode parameters, long now) {
        if (shape.offer() == null) {
            if (!parameters.isEmpty()) {
                throw GraphErrors.refuse(132012, "limited_time_offer: the template has no offer");
            }
            return;
        }
        if (parameters.isEmpty()) {
            if (shape.offerExpires()) {
                throw GraphErrors.missing(WHERE);
            }
            return;
        }
        JsonNode parameter = parameters.path(0);
        if (!parameter.path("type").asText("").equals("limited_time_offer")) {
            throw TextParameters.mismatch("limited_time_offer", "LIMITED_TIME_OFFER", "UNKNOWN");
        }
        JsonNode end = parameter.path("limited_time_offer").path("expiration_time_ms");
        if (Fields.absent(end)) {
            throw GraphErrors.missing(WHERE);
        }
        if (end.asLong(0) <= now) {
            throw GraphErrors.invalid(WHERE);
        }
    }
}
