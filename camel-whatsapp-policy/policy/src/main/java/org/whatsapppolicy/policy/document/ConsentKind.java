package org.whatsapppolicy.policy.document;

/** What a purpose asks of the person before it may message them (S-10). */
public enum ConsentKind {
    /** One recorded grant. */
    OPT_IN,
    /** A grant that the person confirmed in a second act. */
    DOUBLE_OPT_IN,
    /** No grant: only answers inside the open service window. */
    CONVERSATION,
    /** Nothing; only authentication may say so. */
    NONE
}
