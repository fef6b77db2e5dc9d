package org.whatsapppolicy.policy.ledger;

import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.WhenUnknown;

/** What is made of a message whose fate stays unknown (S-38). */
public enum Ruling {
    /** Somebody found proof that it was sent. */
    SENT,
    /** Somebody found proof that it was not: it no longer counts, and its key may be used again. */
    NOT_SENT,
    /** The purpose says {@code whenUnknown: fail}: it still counts, and its key repeats that it failed (S-26, S-37). */
    GIVEN_UP,
    /** The purpose says {@code whenUnknown: resend}: the one exception to "nothing twice". Decided anew. */
    RESENT;

    /**
     * Whether it may be made of a message that counted as that category when it was decided: a purpose whose template turned out
     * to be marketing sends no offer twice, whatever it claims to be (S-4).
     */
    public boolean permits(Category category) {
        return this != RESENT || category != Category.MARKETING;
    }

    /** What a purpose makes of it after the horizon; {@code hold} makes nothing of it. */
    public static Ruling of(WhenUnknown whenUnknown) {
        return switch (whenUnknown) {
            case FAIL -> GIVEN_UP;
            case RESEND -> RESENT;
            case HOLD -> throw new IllegalArgumentException("what is held stays unknown");
        };
    }
}
