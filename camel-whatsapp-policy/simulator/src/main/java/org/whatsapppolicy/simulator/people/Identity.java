package org.whatsapppolicy.simulator.people;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.number.UserIds;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;

/** Who a person is, and as whom the business sees them. Safe for use by several threads. */
final class Identity {

    private final UserIds userIds;
    private final PhoneVisibility visibility = new PhoneVisibility();
    volatile @Nullable String waId;
    volatile @Nullable String givenUserId;
    volatile @Nullable String parentUserId;
    volatile @Nullable String username;
    volatile @Nullable String keyHash;
    volatile String name = "Somebody";
    volatile boolean hidesPhone;

    Identity(UserIds userIds, @Nullable String waId, @Nullable String userId) {
        this.userIds = userIds;
        this.waId = waId;
        this.givenUserId = userId;
    }

    /** The phone number in digits, or the user id of those without one. */
    String address() {
        String phone = waId;
        return phone != null ? phone : Objects.requireNonNullElse(givenUserId, "");
    }

    /** The phone number in digits, whoever may see it. */
    String phoneNumber() {
        String phone = waId;
        if (phone == null) {
            throw new IllegalStateException("this person was only ever named by a user id, and has no phone number");
        }
        return phone;
    }

    /** The user id that was given, else the one that belongs to the phone number; null for none. */
    @Nullable
    String userId() {
        String given = givenUserId;
        String number = waId;
        return given != null || number == null ? given : userIds.of(number);
    }

    String identityKeyHash() {
        String own = keyHash;
        return own != null ? own : Integer.toHexString(address().hashCode());
    }

    void met(String phoneNumberId, long millis) {
        visibility.met(phoneNumberId, millis);
    }

    void leavesContactBook() {
        visibility.leavesContactBook();
    }

    /** The phone number in digits, null where the platform leaves it out for that number. */
    @Nullable
    String shownWaId(String phoneNumberId, long millis, boolean contactBook) {
        if (hidesPhone) {
            return null;
        }
        boolean shown = username == null || visibility.knows(phoneNumberId, millis, contactBook);
        return shown ? waId : null;
    }

    SeenPerson seenBy(String phoneNumberId, long millis, boolean contactBook) {
        return new SeenPerson(name, username, shownWaId(phoneNumberId, millis, contactBook), userId(), parentUserId);
    }
}
