package org.whatsapppolicy.policy.rule;

import java.util.List;
import java.util.Set;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;

/** Staging: outside the list nothing is sent; an empty list means nobody (S-9). */
final class RecipientListed implements Rule {

    private static final ReasonCode NOT_LISTED =
            new ReasonCode("recipient-not-listed", "The recipient is not among those of recipients.only.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(NOT_LISTED);
    }

    @Override
    public void judge(Case c) {
        Set<String> only = c.document.only();
        if (only != null && !listed(only, c.request.recipient())) {
            c.deny(
                    NOT_LISTED,
                    "recipients.only lists " + only.size() + ", not "
                            + c.request.recipient().masked());
        }
    }

    private static boolean listed(Set<String> only, Recipient recipient) {
        if (recipient instanceof PhoneNumber phone) {
            return only.contains(phone.key());
        }
        return recipient instanceof UserId id && only.contains(id.value());
    }
}
