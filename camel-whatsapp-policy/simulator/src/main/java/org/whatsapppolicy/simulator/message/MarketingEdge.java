package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.message.type.Content;
import org.whatsapppolicy.simulator.message.type.Fields;

/** {@code marketing_messages}: marketing templates and nothing else, with refusals of its own. */
final class MarketingEdge {

    private static final Set<Integer> PARAMETER_CODES = Set.of(132000, 132008, 132012);

    private MarketingEdge() {}

    /** Checks what only this edge takes. */
    static void options(JsonNode root) {
        Fields.oneOf(root.path("product_policy"), "product_policy", "CLOUD_API_FALLBACK", "STRICT");
        Fields.optionalBoolean(root.path("message_activity_sharing"), "message_activity_sharing");
    }

    /** Mistakes in the parameters of a template have one code of their own here. */
    static Refused refusal(Refused usual) {
        String details = usual.error().details();
        return PARAMETER_CODES.contains(usual.error().code())
                ? GraphErrors.refuse(132018, details == null ? "The parameters do not fit the template." : details)
                : usual;
    }

    /** The content as it goes out, under the category this edge is priced by. */
    static Content apply(JsonNode root, Content content, AccountTerms terms) {
        if (!content.marketing()) {
            throw new Refused(GraphErrors.of(content.template() ? 134100 : 131055));
        }
        String template = root.path("template").path("name").asText();
        if (terms.syncing(template)) {
            throw new Refused(GraphErrors.of(134101));
        }
        boolean strict = root.path("product_policy").asText().equals("STRICT");
        if (terms.unavailable(template) || (strict && !terms.onboarded())) {
            throw new Refused(GraphErrors.of(134102));
        }
        return terms.onboarded() ? content.underCategory("marketing_lite") : content;
    }
}
