package org.whatsapppolicy.simulator.error;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

/**
 * One error answer of the Graph API. Only {@code message}, {@code type} and {@code code} are always present; subcode
 * and details are optional on the platform too.
 *
 * @param status HTTP status, from the older edition of the error table where Meta still printed one
 * @param code what a client decides on
 * @param subcode {@code error_subcode}, 0 when absent
 * @param type {@code OAuthException} or {@code GraphMethodException}
 * @param message the whole text, usually {@code (#code) title}
 * @param details {@code error_data.details}, absent on authorisation errors
 */
public record GraphError(
        int status,
        int code,
        int subcode,
        String type,
        String message,
        @Nullable String details) {

    /** The same error with other details. */
    public GraphError withDetails(String other) {
        return new GraphError(status, code, subcode, type, message, other);
    }

    /** The same error with an {@code error_subcode}. */
    public GraphError withSubcode(int other) {
        return new GraphError(status, code, other, type, message, details);
    }

    /** The title alone, as failed statuses carry it. */
    public String title() {
        String prefix = "(#" + code + ") ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    /** The JSON body of the answer. */
    public String toJson(String trace) {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        StringBuilder json = new StringBuilder(256).append("{\"error\":{\"message\":\"");
        encoder.quoteAsString(message, json);
        json.append("\",\"type\":\"").append(type).append("\",\"code\":").append(code);
        if (subcode != 0) {
            json.append(",\"error_subcode\":").append(subcode);
        }
        if (details != null) {
            json.append(",\"error_data\":{\"messaging_product\":\"whatsapp\",\"details\":\"");
            encoder.quoteAsString(details, json);
            json.append("\"}");
        }
        return json.append(",\"fbtrace_id\":\"").append(trace).append("\"}}").toString();
    }
}
