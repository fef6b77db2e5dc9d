package org.whatsapppolicy.policy.rule;

import java.util.List;
import org.whatsapppolicy.policy.document.Category;

/** A store that is new or came back from a backup may have forgotten opt-outs, so that it sends no marketing (S-8). */
final class StoreTrusted implements Rule {

    private static final ReasonCode FRESH =
            new ReasonCode("store-fresh", "The store is new or restored and may have forgotten opt-outs.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(FRESH);
    }

    @Override
    public void judge(Case c) {
        if (c.category == Category.MARKETING && !c.facts.marketingReady()) {
            c.deny(FRESH, "import a suppression list, or declare 'freshStore: accepted'");
        }
    }
}
