package org.whatsapppolicy.policy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * What the policy answers by itself goes in the document's own words, soon, and once in a while. The confirmation is what goes
 * after an opt-out, and nothing else does: therefore it needs one that the person just typed or tapped (S-17 to S-19).
 */
final class OwnReply implements Rule {

    private static final ReasonCode WORDS = new ReasonCode(
            "reply-words", "Only the words of the policy document go as an answer of the policy itself.");
    private static final ReasonCode REPEATED =
            new ReasonCode("reply-repeated", "The person got the same answer of the policy itself not long ago.");
    private static final ReasonCode UNASKED = new ReasonCode(
            "confirmation-unasked", "There is no opt-out that the person just typed or tapped in the chat.");
    private static final ReasonCode CONFIRMS =
            new ReasonCode("opt-out-confirmation", "It confirms an opt-out that the person just typed or tapped.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(WORDS, REPEATED, UNASKED, CONFIRMS);
    }

    @Override
    public void judge(Case c) {
        OwnMessage own = c.own;
        if (own == null || own == OwnMessage.CONSENT_REQUEST) {
            return;
        }
        if (!said(own, c)) {
            c.deny(WORDS, "another text than the document's");
        }
        Instant again = again(own, c);
        if (again != null) {
            c.deny(REPEATED, "once in " + own.spacing() + "; again from " + again);
        }
        if (own == OwnMessage.CONFIRMATION) {
            confirms(c);
        }
    }

    private static boolean said(OwnMessage own, Case c) {
        String written = c.content.json();
        for (MessageContent words : own.words(c.document.optOut()).byTag().values()) {
            if (words.json().equals(written)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Instant again(OwnMessage own, Case c) {
        Instant again = null;
        for (SentMessage sent : c.person.sent()) {
            Instant free = sent.to().plus(own.spacing());
            if (sent.purpose().equals(own.purpose()) && free.isAfter(c.now) && (again == null || free.isAfter(again))) {
                again = free;
            }
        }
        return again;
    }

    private static void confirms(Case c) {
        OptOut optOut = justSaid(c);
        if (optOut == null) {
            c.deny(UNASKED, "within " + OwnMessage.CONFIRMATION.soon());
        } else {
            Instant end = optOut.evidence().act().plus(OwnMessage.CONFIRMATION.soon());
            c.rests(CONFIRMS, optOut.scope().text() + ", by " + Texts.act(optOut.evidence()), end);
        }
    }

    private static @Nullable OptOut justSaid(Case c) {
        Consents consents = c.person.consents();
        OptOut found = null;
        for (OptOut optOut : consents.optOuts()) {
            Instant act = optOut.evidence().act();
            boolean soon = c.now.isBefore(act.plus(OwnMessage.CONFIRMATION.soon()));
            boolean latest = found == null || act.isAfter(found.evidence().act());
            if (optOut.evidence().inChat() && soon && latest && !takenBack(consents, act)) {
                found = optOut;
            }
        }
        return found;
    }

    /** To confirm an opt-out after a later word of the person would say the opposite of what is true. */
    private static boolean takenBack(Consents consents, Instant optedOut) {
        for (Grant grant : consents.grants()) {
            if (grant.lifts() != null && grant.lifts().isAfter(optedOut)) {
                return true;
            }
        }
        return false;
    }
}
