package org.whatsapppolicy.policy.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.document.Category;

/** Who cannot hear an opt-out sends no marketing: it pauses until the platform is heard again (S-20). */
final class CanHear implements Rule {

    private static final ReasonCode SILENT = new ReasonCode(
            "no-status", "Messages were accepted and no status arrived since, so that opt-outs may not arrive either.");
    private static final ReasonCode DEAF = new ReasonCode(
            "not-subscribed",
            "The app is not subscribed to user_preferences, so that opt-outs in the app's menu do not arrive.");

    private static final ReasonCode NO_INTAKE = new ReasonCode(
            "no-intake", "Counts as marketing by its template, and this installation has no way to hear an opt-out.");

    /** When a deferred message asks again; nobody can know when the platform is heard again. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final boolean intake;

    /** @param intake whether there is any way to hear an opt-out here; the document may declare another */
    CanHear(boolean intake) {
        this.intake = intake;
    }

    @Override
    public List<ReasonCode> codes() {
        return List.of(SILENT, DEAF, NO_INTAKE);
    }

    @Override
    public void judge(Case c) {
        if (c.category != Category.MARKETING) {
            return;
        }
        if (!intake && !c.document.intakeExternal()) {
            c.deny(NO_INTAKE, "receive the platform's webhooks, or say optOut: { intake: external }");
        }
        Hearing hearing = c.facts.hearing();
        Instant silent = hearing.silent(c.document.optOut().statusWithin());
        if (silent != null && !c.now.isBefore(silent)) {
            c.limited(SILENT, "since " + hearing.unheardSince(), c.now, c.now.plus(ASK_AGAIN));
        } else if (silent != null) {
            c.validUntil(silent);
        }
        if (hearing.deafSince() != null) {
            c.limited(DEAF, "since " + hearing.deafSince(), c.now, c.now.plus(ASK_AGAIN));
        }
    }
}
