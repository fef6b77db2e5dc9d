package org.whatsapppolicy.simulator.webhook.event;

import org.whatsapppolicy.simulator.error.GraphError;

/** An error as webhooks tell it: other members than in answers. */
final class ErrorEntry {

    private static final String PAGE = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

    private ErrorEntry() {}

    /** {@code errors} with one entry. */
    static void list(GraphError error, ErrorForm form, JsonBytes json) {
        json.array("errors").object();
        json.put("code", error.code()).put("title", error.title());
        if (form != ErrorForm.CODE_AND_TITLE) {
            json.put("message", error.title());
            if (error.details() != null) {
                json.object("error_data").put("details", error.details()).end();
            }
            json.put("href", form == ErrorForm.FULL ? PAGE : null);
        }
        json.end().end();
    }
}
