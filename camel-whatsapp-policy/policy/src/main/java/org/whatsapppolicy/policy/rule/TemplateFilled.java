package org.whatsapppolicy.policy.rule;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.message.MessageContent.TemplateUse;

/** A template gets exactly the parameters it needs; the platform would refuse it otherwise. */
final class TemplateFilled implements Rule {

    private static final ReasonCode PARAMETERS =
            new ReasonCode("template-parameters", "The template's parameters are missing or more than it takes.");

    @Override
    public List<ReasonCode> codes() {
        return List.of(PARAMETERS);
    }

    @Override
    public void judge(Case c) {
        TemplateUse use = c.content.template();
        Template template = c.facts.template();
        if (use != null && template != null) {
            compare(c, "header", template.header(), use.header());
            compare(c, "body", template.body(), use.body());
        }
    }

    private static void compare(Case c, String part, List<String> needed, List<String> given) {
        if (needed.equals(given) || (needed.size() == given.size() && given.containsAll(needed))) {
            return;
        }
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(given);
        List<String> extra = new ArrayList<>(given);
        extra.removeAll(needed);
        c.deny(
                PARAMETERS,
                part + " needs " + needed.size() + " and got " + given.size() + "; missing " + Texts.some(missing)
                        + "; unknown " + Texts.some(extra));
    }
}
