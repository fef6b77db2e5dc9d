package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.util.List;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.document.Purpose;

/**
 * Nobody is asked to confirm what they did not ask for: the question of a double opt-in rests on a recorded request of the
 * person that is not confirmed yet, and is a utility template (S-13).
 */
final class ConsentRequested implements Rule {

    private static final ReasonCode REQUEST =
            new ReasonCode("consent-request", "The recorded request that the question of a double opt-in rests on.");
    private static final ReasonCode NO_REQUEST = new ReasonCode(
            "no-request", "No request of the person is recorded that the question of a double opt-in could rest on.");
    private static final ReasonCode CONFIRMED =
            new ReasonCode("consent-confirmed", "The person confirmed already what would be asked.");
    private static final ReasonCode NOT_UTILITY = new ReasonCode(
            "request-not-utility", "The question of a double opt-in goes as a utility template and as nothing else.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(REQUEST, NO_REQUEST, CONFIRMED, NOT_UTILITY);
    }

    @Override
    public void judge(Case c) {
        if (c.own != OwnMessage.CONSENT_REQUEST) {
            return;
        }
        if (c.content.template() == null || c.category == Category.MARKETING) {
            c.deny(NOT_UTILITY, c.content.template() == null ? "a free-form message" : "the template is marketing");
        }
        String subject = OwnMessage.subject(c.request.purpose());
        Grant grant = c.person.consents().grant(subject);
        if (grant == null || !grant.mayLift() || ConsentGiven.ahead(c, grant)) {
            c.deny(NO_REQUEST, "for " + subject + (grant == null ? "" : "; " + Texts.act(grant.evidence())));
            return;
        }
        Purpose asked = c.document.purposes().get(subject);
        boolean marketing = asked != null && asked.category() == Category.MARKETING;
        Duration validFor = asked == null ? null : asked.consent().validFor();
        if (ConsentGiven.confirmed(c, grant, validFor, marketing)) {
            c.deny(CONFIRMED, Texts.act(grant.evidence()));
        } else {
            c.rests(REQUEST, Texts.act(grant.evidence()), null);
        }
    }
}
