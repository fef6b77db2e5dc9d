package org.whatsapppolicy.policy.rule;

import java.util.List;

/** The purpose's category is a claim; when the template is stricter, that counts (S-4). */
final class CategoryClaim implements Rule {

    static final ReasonCode MISMATCH = new ReasonCode(
            "category-mismatch",
            "The template's real category is stricter than the purpose claims; the stricter counts.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(MISMATCH);
    }

    @Override
    public void judge(Case c) {
        if (c.category != c.purpose().category()) {
            c.rests(MISMATCH, "claimed " + c.purpose().category() + ", judged as " + c.category, null);
        }
    }
}
