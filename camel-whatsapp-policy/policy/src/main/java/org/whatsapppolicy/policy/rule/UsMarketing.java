package org.whatsapppolicy.policy.rule;

import java.util.List;
import org.whatsapppolicy.policy.document.Category;

/**
 * The platform delivers no marketing to numbers with US area codes since 2025-04-01; Canada and the Caribbean are not meant
 * (S-32).
 */
final class UsMarketing implements Rule {

    private static final ReasonCode US_MARKETING =
            new ReasonCode("us-marketing", "The platform delivers no marketing to numbers of the United States.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(US_MARKETING);
    }

    @Override
    public void judge(Case c) {
        if (c.category == Category.MARKETING
                && c.document.usMarketingBlocked()
                && c.request.recipient().american()) {
            c.deny(US_MARKETING, "since 2025-04-01; the document can switch this rule off");
        }
    }
}
