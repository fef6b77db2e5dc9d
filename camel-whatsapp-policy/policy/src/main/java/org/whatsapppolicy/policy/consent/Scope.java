package org.whatsapppolicy.policy.consent;

/**
 * What a grant or an opt-out covers (S-16). Written in the store as its text.
 *
 * @param text {@code all}, {@code marketing}, or {@code purpose:} and its name
 */
public record Scope(String text) {

    /** All proactive purposes of all senders. */
    public static final Scope ALL = new Scope("all");
    /** Marketing of all senders: what the app's own menu stops. */
    public static final Scope MARKETING = new Scope("marketing");

    /** One purpose. */
    public static Scope purpose(String name) {
        return new Scope("purpose:" + name);
    }
}
