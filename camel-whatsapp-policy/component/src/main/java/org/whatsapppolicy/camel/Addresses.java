package org.whatsapppolicy.camel;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;

/** An address as a header carries it, so that an answer by {@code whatsapp-policy:send} needs no more. */
final class Addresses {

    private Addresses() {}

    static @Nullable String text(@Nullable Recipient person) {
        if (person instanceof PhoneNumber phone) {
            return phone.e164();
        }
        return person instanceof UserId id ? id.value() : null;
    }
}
