package org.whatsapppolicy.simulator.ledger;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.WaId;

/** How a person is addressed, so that all notations of one phone number are the same. */
record Address(String value) {

    static Address of(String written) {
        return new Address(comparable(written));
    }

    boolean matches(@Nullable String written) {
        return written != null && comparable(written).equals(value);
    }

    private static String comparable(String written) {
        if (Recipient.isUserId(written)) {
            return written;
        }
        try {
            return WaId.ofPerson(written);
        } catch (IllegalArgumentException noPhoneNumber) {
            return written;
        }
    }
}
