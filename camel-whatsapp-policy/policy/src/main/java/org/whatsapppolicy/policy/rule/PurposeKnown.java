package org.whatsapppolicy.policy.rule;

import java.util.List;

/** What the document does not declare is not sent. */
final class PurposeKnown implements Rule {

    private static final ReasonCode UNKNOWN =
            new ReasonCode("unknown-purpose", "The policy document declares no purpose of that name.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(UNKNOWN);
    }

    @Override
    public boolean decisive() {
        return true;
    }

    @Override
    public void judge(Case c) {
        if (!c.purposeKnown()) {
            c.deny(
                    UNKNOWN,
                    "'" + c.request.purpose() + "' is none of "
                            + Texts.some(c.document.purposes().keySet()));
        }
    }
}
