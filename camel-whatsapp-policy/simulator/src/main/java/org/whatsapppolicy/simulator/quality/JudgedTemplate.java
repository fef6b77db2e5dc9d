package org.whatsapppolicy.simulator.quality;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.people.Complaint;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.Templates;

/** One template under judgement. Guarded by its owner. */
final class JudgedTemplate {

    private final String name;
    private final String language;
    private final QualityRules rules;
    private final Templates templates;
    private Score score;
    private String rating = "UNKNOWN";
    private boolean paused;

    JudgedTemplate(ShownTemplate template, QualityRules rules, Templates templates, long now) {
        this.name = template.name();
        this.language = template.language();
        this.rules = rules;
        this.templates = templates;
        this.score = new Score(rules, now);
    }

    void weigh(@Nullable Complaint complaint, long now) {
        StoredTemplate stored = templates.find(name, language);
        // While it is paused, disabled or gone, nothing that was sent before makes it worse.
        if (stored == null || !stored.template().status().equals("APPROVED")) {
            return;
        }
        if (paused) {
            paused = false;
            score = new Score(rules, now);
            rating = "UNKNOWN";
        }
        score.weigh(complaint, now);
        String judged = score.rating(now);
        if (judged != null && !judged.equals(rating)) {
            rating = judged;
            templates.quality(name, language, judged);
            if (judged.equals("RED")) {
                paused = true;
                templates.pause(name, language);
            }
        }
    }

    Standing standing(long now) {
        return score.standing(name + " " + language, rating, now);
    }
}
