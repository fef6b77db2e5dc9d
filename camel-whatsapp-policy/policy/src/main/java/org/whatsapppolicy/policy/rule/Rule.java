package org.whatsapppolicy.policy.rule;

import java.util.List;

/** One thing that is judged. Stateless: what it looks at and what it finds stand in the {@link Case}. */
interface Rule {

    /** Every code it can give, for the documentation. */
    List<ReasonCode> codes();

    /** Adds what it finds. Must not throw, whatever the request or the facts hold. */
    void judge(Case c);

    /** Whether the later rules have nothing to judge once this one has denied. */
    default boolean decisive() {
        return false;
    }
}
