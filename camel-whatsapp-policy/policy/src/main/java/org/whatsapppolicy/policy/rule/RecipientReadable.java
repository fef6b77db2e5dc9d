package org.whatsapppolicy.policy.rule;

import java.util.List;
import org.whatsapppolicy.policy.address.UnreadableRecipient;

/** A message needs somebody to go to. */
final class RecipientReadable implements Rule {

    private static final ReasonCode INVALID = new ReasonCode(
            "recipient-invalid", "The recipient is neither a valid phone number nor a business-scoped user id.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(INVALID);
    }

    @Override
    public boolean decisive() {
        return true;
    }

    @Override
    public void judge(Case c) {
        if (c.request.recipient() instanceof UnreadableRecipient unreadable) {
            c.deny(INVALID, unreadable.masked() + ": " + unreadable.problem());
        }
    }
}
