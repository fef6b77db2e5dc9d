package org.whatsapppolicy.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/**
 * One request to an endpoint.
 *
 * @param id the first part of the path behind the version
 * @param parameters what came in the query, the form or the JSON body, whichever the client chose; where a name came
 *     twice, the body wins
 * @param token the bearer token, null where there is none
 * @param url the address asked, without query
 * @param file the file that came along in a multipart form, null for none
 */
public record Call(
        String version,
        String id,
        ObjectNode parameters,
        @Nullable String token,
        String url,
        @Nullable UploadedFile file) {

    /** A parameter as text, null when it is absent. */
    public @Nullable String text(String name) {
        JsonNode node = parameters.path(name);
        return node.isMissingNode() || node.isNull() ? null : node.isContainerNode() ? node.toString() : node.asText();
    }

    /** A parameter that has to be there, or 100. */
    public String required(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw GraphErrors.badParameter("The parameter " + name + " is required.");
        }
        return text;
    }

    /** Checks {@code messaging_product}, which many endpoints insist on. */
    public void whatsapp() {
        if (!required("messaging_product").equalsIgnoreCase("whatsapp")) {
            throw GraphErrors.badParameter("Param messaging_product must be one of {WHATSAPP}.");
        }
    }

    /** {@code http://host:port} of the address asked. */
    public String origin() {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        return path < 0 ? url : url.substring(0, path);
    }
}
