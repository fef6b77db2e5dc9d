package org.whatsapppolicy.simulator.shown;

/**
 * Something to tap.
 *
 * @param label as shown
 * @param value what the tap is good for: payload or id, address, phone number, code; empty where there is nothing
 */
public record ShownButton(Kind kind, String label, String value) {

    /** What a tap does. */
    public enum Kind {
        /** A quick reply of a template: comes back as a {@code button} message with the payload. */
        QUICK_REPLY,
        /** A button of an interactive message: comes back as {@code button_reply} with the id. */
        REPLY,
        /** Opens the list: a row comes back as {@code list_reply}. */
        LIST,
        /** Opens an address in the browser; nothing comes back. */
        URL,
        /** Calls a number; nothing comes back. */
        PHONE_NUMBER,
        /** Calls the business over WhatsApp. */
        VOICE_CALL,
        /** Copies a code; nothing comes back. */
        COPY_CODE,
        /** Opens a form: comes back as {@code nfm_reply}. */
        FLOW,
        /** Opens the catalog, or some products of it: may come back as an {@code order}. */
        CATALOG,
        /** Asks for the place: comes back as a {@code location}. */
        SEND_LOCATION,
        /** Asks for a postal address: comes back as {@code nfm_reply}. */
        ADDRESS,
        /** Asks for the phone number: comes back as {@code contacts}. */
        CONTACT_INFO,
        /** Asks whether the business may call: comes back as {@code call_permission_reply}. */
        CALL_PERMISSION
    }
}
