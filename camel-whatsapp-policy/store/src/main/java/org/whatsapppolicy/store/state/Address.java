package org.whatsapppolicy.store.state;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.address.UserId;

/**
 * How a person is reached, as it stands in {@code recipient_address} and nowhere else (S-22).
 *
 * @param key what tells one person: the phone's key or the user id
 * @param kind {@code phone} or {@code user-id}
 * @param sendTo what the platform is given
 * @param region ISO region of a phone; of a user id its country
 */
public record Address(String key, String kind, String sendTo, String region) {

    private static final String PHONE = "phone";

    /**
     * The address of a readable recipient.
     *
     * @throws IllegalArgumentException when it names nobody
     */
    public static Address of(Recipient recipient) {
        if (recipient instanceof PhoneNumber phone) {
            return new Address(phone.key(), PHONE, phone.e164(), phone.region());
        }
        if (recipient instanceof UserId id) {
            return new Address(id.value(), "user-id", id.value(), id.country());
        }
        throw new IllegalArgumentException("found an unreadable recipient (" + recipient.masked()
                + "), expected a phone number or a user id: read it and check before it goes to the store");
    }

    /** Whether the recipient names somebody. */
    public static boolean readable(Recipient recipient) {
        return !(recipient instanceof UnreadableRecipient);
    }

    /** The recipient it was made from. */
    public Recipient recipient() {
        return kind.equals(PHONE) ? new PhoneNumber(sendTo, key, region) : new UserId(key);
    }

    @Override
    public String toString() {
        return "Address[" + recipient().masked() + "]";
    }

    /** The one of a person's addresses by which an event names them. */
    public static Recipient first(Collection<Recipient> addresses) {
        return Collections.min(
                addresses, Comparator.comparing(address -> of(address).key()));
    }
}
