package org.whatsapppolicy.simulator.webhook.inbound;

import org.whatsapppolicy.simulator.webhook.event.JsonBytes;

/**
 * A form that was filled in and sent back: {@code nfm_reply}.
 *
 * @param name {@code flow} or {@code address_message}
 * @param body what the chat shows
 * @param responseJson the answers, which are told as a text and need not be an object
 */
public record FormReply(String name, String body, String responseJson) implements Content {

    /** A flow that was finished. */
    public static FormReply flow(String responseJson) {
        return new FormReply("flow", "Sent", responseJson);
    }

    /** An address that was given. */
    public static FormReply address(String shown, String responseJson) {
        return new FormReply("address_message", shown, responseJson);
    }

    @Override
    public String type() {
        return "interactive";
    }

    @Override
    public void write(JsonBytes json) {
        json.object("interactive").put("type", "nfm_reply");
        json.object("nfm_reply")
                .put("name", name)
                .put("body", body)
                .put("response_json", responseJson)
                .end()
                .end();
    }
}
