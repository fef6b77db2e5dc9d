package org.whatsapppolicy.simulator.token;

/** What a token has to be good for. */
public enum Scope {
    /** {@code whatsapp_business_messaging}: messages, media, blocked users, thread control. */
    MESSAGING("whatsapp_business_messaging"),
    /** {@code whatsapp_business_management}: templates, phone numbers, accounts. */
    MANAGEMENT("whatsapp_business_management"),
    /** Either of the two: reading a number, for instance. */
    ANY(""),
    /** The app's own token, {@code <app id>|<app secret>}; others are good as well, as the app's secret is not known here. */
    APP("");

    private final String permission;

    Scope(String permission) {
        this.permission = permission;
    }

    /** The permission by its name at Meta, empty where none in particular is needed. */
    public String permission() {
        return permission;
    }
}
