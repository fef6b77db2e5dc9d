package org.whatsapppolicy.policy.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in force of one person's grants and withdrawals. A pure value: every store folds acts with {@link #after}, so that
 * they cannot differ in which act counts.
 *
 * @param grants at most one a purpose, the latest act
 * @param optOuts at most one a scope, the latest act; a lifted one is gone
 */
public record Consents(List<Grant> grants, List<OptOut> optOuts) {

    /** Of a person nobody knows. */
    public static final Consents NONE = new Consents(List.of(), List.of());

    public Consents {
        grants = List.copyOf(grants);
        optOuts = List.copyOf(optOuts);
    }

    /** The grant for the purpose, or null. */
    public @Nullable Grant grant(String purpose) {
        for (int i = 0; i < grants.size(); i++) {
            if (grants.get(i).purpose().equals(purpose)) {
                return grants.get(i);
            }
        }
        return null;
    }

    /** The opt-out of exactly this scope, or null. */
    public @Nullable OptOut optOut(Scope scope) {
        for (int i = 0; i < optOuts.size(); i++) {
            if (optOuts.get(i).scope().equals(scope)) {
                return optOuts.get(i);
            }
        }
        return null;
    }

    /**
     * Folds one act in, by the time of the act and not of its arrival; equal or unclear, the opt-out wins (S-12).
     *
     * @return the new state and whether the act had an effect, with the reason when it had none
     */
    public Change after(ConsentAct act) {
        throw new UnsupportedOperationException();
    }

    /**
     * What an act did.
     *
     * @param consents the state from now on
     * @param effect what became of the act
     */
    public record Change(Consents consents, Effect effect) {}

    /** What became of an act. */
    public enum Effect {
        /** It changed what is in force. */
        APPLIED,
        /** A later or equal act was known already: kept in the history only. */
        OUTDATED,
        /** A grant that cannot lift the opt-out it meets (S-12): refused, and told to whoever brought it. */
        OPTED_OUT,
        /** A confirmation without a grant to confirm. */
        NOTHING_TO_CONFIRM
    }
}
