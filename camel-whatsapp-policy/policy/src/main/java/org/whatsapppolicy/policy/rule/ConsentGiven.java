package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.ConsentRule;
import org.whatsapppolicy.policy.document.OwnMessage;

/** The person agreed to what the purpose requires, and can be shown to have (S-10, S-11). */
final class ConsentGiven implements Rule {

    static final ReasonCode CONSENT = new ReasonCode("consent", "The consent that the message rests on.");
    static final ReasonCode NO_CONSENT =
            new ReasonCode("no-consent", "The person did not agree to what the purpose requires.");
    static final ReasonCode NO_EVIDENCE =
            new ReasonCode("no-evidence", "The grant has neither a wording nor a reference that proves it.");

    private static final ReasonCode EXPIRED = new ReasonCode("consent-expired", "The grant has lapsed.");
    private static final ReasonCode UNCONFIRMED =
            new ReasonCode("consent-unconfirmed", "The person did not confirm the grant in a second act.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(CONSENT, NO_CONSENT, EXPIRED, UNCONFIRMED, NO_EVIDENCE);
    }

    @Override
    public void judge(Case c) {
        ConsentRule rule = c.purpose().consent();
        if (rule.from() != null || c.own == OwnMessage.CONSENT_REQUEST) {
            // Another rule judges that.
            return;
        }
        switch (rule.kind()) {
            case NONE -> {
                if (c.category.compareTo(Category.AUTHENTICATION) > 0) {
                    c.deny(NO_CONSENT, "only authentication goes without consent, and it counts as " + c.category);
                }
            }
            case CONVERSATION -> {
                if (c.proactive) {
                    c.deny(NO_CONSENT, "the purpose may only answer inside the service window");
                }
            }
            case OPT_IN, DOUBLE_OPT_IN -> granted(c, rule);
        }
    }

    private static void granted(Case c, ConsentRule rule) {
        Grant grant = c.person.consents().grant(c.request.purpose());
        if (grant == null) {
            c.deny(NO_CONSENT, "no grant for " + c.purpose().name());
            return;
        }
        if (ahead(c, grant)) {
            c.deny(NO_CONSENT, "the grant is dated ahead of now: " + Texts.act(grant.evidence()));
            return;
        }
        if (needsEvidence(c) && !grant.evidence().proven()) {
            c.deny(NO_EVIDENCE, Texts.act(grant.evidence()));
        }
        if (rule.kind() == ConsentKind.DOUBLE_OPT_IN
                && !confirmed(c, grant, rule.validFor(), c.category == Category.MARKETING)) {
            c.deny(UNCONFIRMED, Texts.act(grant.evidence()));
        }
        Instant lapses = rule.lapses(grant);
        if (lapses != null && !c.now.isBefore(lapses)) {
            c.deny(EXPIRED, Texts.act(grant.evidence()) + ", lapsed at " + lapses);
        } else {
            c.rests(CONSENT, Texts.act(grant.evidence()), lapses);
        }
    }

    /** Whether a grant is dated so far ahead that it must be a mistake. */
    static boolean ahead(Case c, Grant grant) {
        return ahead(c, grant.evidence().act());
    }

    /** Whether what an outside system tells is. */
    static boolean ahead(Case c, Instant told) {
        return Consents.ahead(told, c.now);
    }

    /** Whether a grant must be proven; a message that counts as marketing against its claim gets marketing's default. */
    static boolean needsEvidence(Case c) {
        return c.purpose().consent().evidence()
                || (c.category == Category.MARKETING && c.purpose().category() != Category.MARKETING);
    }

    /**
     * Whether the second act stands: one from before a withdrawal confirms nothing that was granted after it, nor does one that
     * had lapsed when the person asked anew, nor one of somebody who had the phone before (S-23).
     *
     * @param validFor how long the purpose lets an act count, or null
     */
    static boolean confirmed(Case c, Grant grant, @Nullable Duration validFor, boolean marketing) {
        Instant confirmed = grant.confirmed();
        if (confirmed == null || ahead(c, confirmed)) {
            return false;
        }
        Instant withdrawn = c.person.consents().lastWithdrawal(grant.purpose(), marketing);
        Instant others = c.person.quarantinedSince();
        boolean lapsed = validFor != null && !grant.evidence().act().isBefore(confirmed.plus(validFor));
        return !lapsed
                && (withdrawn == null || confirmed.isAfter(withdrawn))
                && (others == null || confirmed.isAfter(others));
    }
}
