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
 * @param userTitle {@code error_user_title}, on errors of template management only
 * @param userMessage {@code error_user_msg}, along with the title
 */
public record GraphError(
        int status,
        int code,
        int subcode,
        String type,
        String message,
        @Nullable String details,
        @Nullable String userTitle,
        @Nullable String userMessage) {

    static final String OAUTH = "OAuthException";

    /** An error without words for users, as most are. */
    public GraphError(int status, int code, int subcode, String type, String message, @Nullable String details) {
        this(status, code, subcode, type, message, details, null, null);
    }

    /** A documented error with its usual texts. */
    static GraphError entry(int code, int status, String title, @Nullable String details) {
        return new GraphError(status, code, 0, OAUTH, "(#" + code + ") " + title, details);
    }

    /** The same error with {@code error_user_title} and {@code error_user_msg}. */
    public GraphError withUserText(String title, String text) {
        return new GraphError(status, code, subcode, type, message, details, title, text);
    }

    /** The same error with other details. */
    public GraphError withDetails(String other) {
        return new GraphError(status, code, subcode, type, message, other, userTitle, userMessage);
    }

    /** The same error without {@code error_data}, as some answers of any code are. */
    public GraphError withoutDetails() {
        return new GraphError(status, code, subcode, type, message, null, userTitle, userMessage);
    }

    /** The same error with an {@code error_subcode}. */
    public GraphError withSubcode(int other) {
        return new GraphError(status, code, other, type, message, details, userTitle, userMessage);
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
        Boolean passing = TransientHint.of(this);
        if (passing != null) {
            json.append(",\"is_transient\":").append(passing);
        }
        if (userTitle != null && userMessage != null) {
            json.append(",\"error_user_title\":\"");
            encoder.quoteAsString(userTitle, json);
            json.append("\",\"error_user_msg\":\"");
            encoder.quoteAsString(userMessage, json);
            json.append('"');
        }
        return json.append(",\"fbtrace_id\":\"").append(trace).append("\"}}").toString();
    }
}
