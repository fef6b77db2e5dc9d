package org.whatsapppolicy.policy.rule;

import java.util.List;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

/**
 * Only a template that is known, approved and meant for the purpose is sent (S-4). A pause is a denial and no delay: it ends
 * when the platform says so and at times only by hand, so that no honest instant could be named.
 */
final class TemplateUsable implements Rule {

    private static final ReasonCode UNKNOWN = new ReasonCode(
            "template-unknown", "No template of that name and language is known for the sender's account.");
    private static final ReasonCode NOT_APPROVED =
            new ReasonCode("template-not-approved", "The platform has not approved the template.");
    private static final ReasonCode PAUSED =
            new ReasonCode("template-paused", "The platform paused the template for its quality.");
    private static final ReasonCode NOT_ALLOWED =
            new ReasonCode("template-not-allowed", "The purpose may not use the template.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(UNKNOWN, NOT_APPROVED, PAUSED, NOT_ALLOWED);
    }

    @Override
    public void judge(Case c) {
        TemplateUse use = c.content.template();
        if (use == null) {
            return;
        }
        if (!c.purpose().templates().isEmpty() && !c.purpose().templates().contains(use.name())) {
            c.deny(
                    NOT_ALLOWED,
                    use.name() + " is none of " + Texts.some(c.purpose().templates()));
        }
        Template template = c.facts.template();
        if (template == null || !fits(c, use, template)) {
            c.deny(UNKNOWN, use.name() + " in " + use.language());
        } else if (template.status() == Template.Status.PAUSED) {
            c.deny(PAUSED, use.name() + " in " + use.language());
        } else if (template.status() != Template.Status.APPROVED) {
            c.deny(NOT_APPROVED, use.name() + " in " + use.language() + " is " + template.status());
        }
    }

    private static boolean fits(Case c, TemplateUse use, Template template) {
        String account = c.sender == null ? null : c.sender.account();
        return template.name().equals(use.name())
                && template.language().equals(use.language())
                && (account == null || account.equals(template.account()));
    }
}
