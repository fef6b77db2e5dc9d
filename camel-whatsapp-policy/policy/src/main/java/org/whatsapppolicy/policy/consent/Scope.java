package org.whatsapppolicy.policy.consent;

/**
 * What an opt-out covers (S-16). Written in the store as its text.
 *
 * @param text {@code all}, {@code marketing}, {@code marketing:app}, or {@code purpose:} and its name
 */
public record Scope(String text) {

    /** All proactive purposes of all senders. */
    public static final Scope ALL = new Scope("all");
    /** Marketing of all senders. */
    public static final Scope MARKETING = new Scope("marketing");
    /**
     * Marketing of all senders, stopped in the app's own menu. Kept apart from {@link #MARKETING} because the menu's resume
     * lifts this one alone (S-12). Tell withdrawals as MARKETING: {@link Consents#after} sorts them by their source.
     */
    public static final Scope MARKETING_APP = new Scope("marketing:app");

    /** One purpose. */
    public static Scope purpose(String name) {
        return new Scope("purpose:" + name);
    }
}
