package org.whatsapppolicy.policy.document;

/** By which acts in the app a person may agree to a purpose, where the purpose says so (S-12). */
public enum OptIn {
    /** A word such as START, typed in the chat. */
    KEYWORD,
    /** Signing up by the app's own link. */
    SIGNUP
}
