package org.whatsapppolicy.simulator.number;

import org.jspecify.annotations.Nullable;

/**
 * Whom a message goes to.
 *
 * @param input as the client wrote it, echoed in {@code contacts[].input}
 * @param address the {@code wa_id}, the business-scoped user id, or the group id
 */
public record Recipient(String input, String address, Kind kind) {

    /** How the person is addressed. */
    public enum Kind {
        /** By phone number: answered with {@code wa_id}. */
        PHONE,
        /** By business-scoped user id: answered with {@code user_id}. */
        USER_ID,
        /** A group. */
        GROUP
    }

    /** The recipient behind a phone number, null when it is none. */
    public static @Nullable Recipient phone(String written, SimulatedNumber sender) {
        String waId = WaId.of(written, sender.callingCode());
        return waId == null ? null : new Recipient(written, waId, Kind.PHONE);
    }

    /** The recipient behind a (parent) business-scoped user id, null when it is none. */
    public static @Nullable Recipient userId(String written) {
        return isUserId(written) ? new Recipient(written, written, Kind.USER_ID) : null;
    }

    /** The country a person is taken to be of, two capital letters; empty for a group. */
    public String country() {
        return switch (kind) {
            case PHONE -> Country.of(address);
            case USER_ID -> address.substring(0, 2);
            case GROUP -> "";
        };
    }

    /** A group, whose id the platform gave out. */
    public static Recipient group(String id) {
        return new Recipient(id, id, Kind.GROUP);
    }

    /** Whether it has the shape {@code US.<up to 128 alphanumerics>} or {@code US.ENT.<...>}. */
    public static boolean isUserId(String written) {
        if (written.length() < 4
                || written.charAt(2) != '.'
                || !upper(written.charAt(0))
                || !upper(written.charAt(1))) {
            return false;
        }
        int start = written.startsWith("ENT.", 3) ? 7 : 3;
        int length = written.length() - start;
        if (length < 1 || length > 128) {
            return false;
        }
        for (int i = start; i < written.length(); i++) {
            char c = written.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || upper(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
