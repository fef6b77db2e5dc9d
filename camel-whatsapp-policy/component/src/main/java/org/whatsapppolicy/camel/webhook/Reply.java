package org.whatsapppolicy.camel.webhook;

/**
 * What the platform is answered.
 *
 * @param status HTTP status; on anything but 200 it delivers again
 * @param text a short plain text
 */
public record Reply(int status, String text) {

    static final Reply TAKEN = new Reply(200, "");
    static final Reply FORGED = new Reply(401, "the signature does not fit the body");
    static final Reply TOO_LARGE = new Reply(413, "the body is larger than this endpoint takes");
    static final Reply ENCODED =
            new Reply(415, "expected a body without Content-Encoding: the signature is over what was sent");
    static final Reply NO_JSON = new Reply(400, "expected one JSON object");
    static final Reply AWAY = new Reply(503, "nothing was recorded, deliver again");
    static final Reply UNDER_WAY = new Reply(503, "recorded; a message is still under way, deliver again");
    static final Reply NOT_OURS = new Reply(403, "the verify token is another one");
}
