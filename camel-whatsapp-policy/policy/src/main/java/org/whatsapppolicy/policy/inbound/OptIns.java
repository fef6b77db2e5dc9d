package org.whatsapppolicy.policy.inbound;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.OptIn;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Purpose;

/** What a person's word or tap agrees to, by what each purpose allows (S-12, S-13). */
final class OptIns {

    private OptIns() {}

    /** A word such as START: every purpose for which a keyword is enough. Nothing more than that they want to go on, else. */
    static List<ConsentAct> byKeyword(PolicyDocument document, Evidence evidence) {
        List<ConsentAct> acts = all(document, OptIn.KEYWORD, evidence);
        // A confirmation may find nothing to confirm, and would leave an earlier question open.
        if (acts.stream().noneMatch(ConsentAct.Granted.class::isInstance)) {
            acts.add(new ConsentAct.Kept(evidence));
        }
        return acts;
    }

    /** Signing up by the app's link: the first act, never the second. */
    static List<ConsentAct> bySignup(PolicyDocument document, Evidence evidence) {
        List<ConsentAct> acts = new ArrayList<>();
        for (Purpose purpose : allowing(document, OptIn.SIGNUP)) {
            acts.add(new ConsentAct.Granted(Grant.of(purpose.name(), evidence)));
        }
        return acts;
    }

    /**
     * A button that names the purpose: it was put there by those who send for that purpose, which is leave enough. Where there is
     * nothing to agree to, whoever tapped it wants to go on all the same, which answers an earlier question (S-18).
     */
    static List<ConsentAct> byButton(PolicyDocument document, String name, Evidence evidence) {
        Purpose purpose = document.purposes().get(name);
        return List.of(purpose == null || !granted(purpose) ? new ConsentAct.Kept(evidence) : act(purpose, evidence));
    }

    private static List<ConsentAct> all(PolicyDocument document, OptIn way, Evidence evidence) {
        List<ConsentAct> acts = new ArrayList<>();
        for (Purpose purpose : allowing(document, way)) {
            acts.add(act(purpose, evidence));
        }
        return acts;
    }

    private static List<Purpose> allowing(PolicyDocument document, OptIn way) {
        return document.purposes().keySet().stream()
                .sorted()
                .map(document.purposes()::get)
                .filter(purpose -> purpose.optIn().contains(way) && granted(purpose))
                .toList();
    }

    private static boolean granted(Purpose purpose) {
        return purpose.consent().kind() == ConsentKind.OPT_IN
                || purpose.consent().kind() == ConsentKind.DOUBLE_OPT_IN;
    }

    /** In the chat the person confirms what was requested before; where one act is enough, it is that. */
    private static ConsentAct act(Purpose purpose, Evidence evidence) {
        return purpose.consent().kind() == ConsentKind.DOUBLE_OPT_IN
                ? new ConsentAct.Confirmed(purpose.name(), evidence)
                : new ConsentAct.Granted(Grant.of(purpose.name(), evidence));
    }
}
