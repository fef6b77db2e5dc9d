package org.whatsapppolicy.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer of an endpoint that did what it was asked, at least in part.
 *
 * @param code the error code inside the answer for the ledger, -1 for none
 */
public record Reply(int status, String json, int code) {

    private static final Reply SUCCESS = new Reply(200, "{\"success\":true}", -1);

    /** An answer with content. */
    public static Reply of(JsonNode json) {
        return new Reply(200, json.toString(), -1);
    }

    /** {@code {"success":true}}. */
    public static Reply success() {
        return SUCCESS;
    }
}
