package org.whatsapppolicy.simulator.message;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.Recipient;

/** The JSON of a successful send. Written by hand, as this is the hottest path of all. */
public final class SendAnswer {

    private SendAnswer() {}

    /** The answer; {@code message_status} is for templates only. */
    public static String json(Recipient recipient, String wamid, @Nullable String messageStatus) {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        StringBuilder json =
                new StringBuilder(224).append("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"");
        encoder.quoteAsString(recipient.input(), json);
        json.append(recipient.kind() == Recipient.Kind.USER_ID ? "\",\"user_id\":\"" : "\",\"wa_id\":\"");
        encoder.quoteAsString(recipient.address(), json);
        json.append("\"}],\"messages\":[{\"id\":\"").append(wamid).append('"');
        if (recipient.kind() == Recipient.Kind.GROUP) {
            json.append(",\"group_id\":\"");
            encoder.quoteAsString(recipient.address(), json);
            json.append('"');
        }
        if (messageStatus != null) {
            json.append(",\"message_status\":\"").append(messageStatus).append('"');
        }
        return json.append("}]}").toString();
    }
}
