package org.whatsapppolicy.simulator.people;

/** Business-scoped user ids that the simulator gives out: the same for the same number, in every run. */
final class UserIds {

    private UserIds() {}

    /** The id that comes after {@code previous} when its owner moves to that phone number; the country stays. */
    static String after(String previous, String waId) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < waId.length(); i++) {
            mixed = (mixed ^ waId.charAt(i)) * 0x100000001B3L;
        }
        return previous.substring(0, 3) + "1" + String.format("%019d", mixed & Long.MAX_VALUE);
    }
}
