package org.whatsapppolicy.simulator.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The answer to a message that was taken. */
public final class TwilioAnswer {

    private static final String VERSION = "2010-04-01";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private TwilioAnswer() {}

    /** The queued message; its sid is computed from the platform's id. */
    public static ObjectNode queued(String accountSid, TwilioForm form, String wamid, Instant now) {
        String sid = "MM"
                + UUID.nameUUIDFromBytes(wamid.getBytes(StandardCharsets.US_ASCII))
                        .toString()
                        .replace("-", "");
        String uri = "/" + VERSION + "/Accounts/" + accountSid + "/Messages/" + sid;
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("account_sid", accountSid)
                .put("api_version", VERSION)
                .put("body", form.templated() ? null : form.body())
                .put("date_created", DATE.format(now))
                .putNull("date_sent")
                .put("date_updated", DATE.format(now))
                .put("direction", "outbound-api")
                .putNull("error_code")
                .putNull("error_message")
                .put("from", "whatsapp:" + form.from())
                .putNull("messaging_service_sid")
                .put("num_media", "0")
                .put("num_segments", form.templated() ? "0" : "1")
                .putNull("price")
                .putNull("price_unit")
                .put("sid", sid)
                .put("status", "queued");
        answer.putObject("subresource_uris").put("media", uri + "/Media.json");
        return answer.put("to", "whatsapp:" + form.to()).put("uri", uri + ".json");
    }
}
