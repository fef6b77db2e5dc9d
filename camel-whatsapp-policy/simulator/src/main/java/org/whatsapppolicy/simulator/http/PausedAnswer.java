package org.whatsapppolicy.simulator.http;

import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.message.SendAnswer;
import org.whatsapppolicy.simulator.number.Recipient;

/** The answer to a template that was paused between the check and the sending. */
final class PausedAnswer {

    private PausedAnswer() {}

    static String json(Asked asked, String wamid) {
        String input = asked.recipient() == null ? "" : asked.recipient();
        Recipient byUserId = Recipient.userId(input);
        Recipient recipient =
                byUserId != null ? byUserId : new Recipient(input, input.replaceAll("\\D", ""), Recipient.Kind.PHONE);
        return SendAnswer.json(recipient, wamid, "paused");
    }
}
