package org.whatsapppolicy.simulator.quality;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.people.Complaint;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.template.StoredTemplate;
import org.whatsapppolicy.simulator.template.Templates;

/** One template under judgement: its score, and its pauses so far. */
final class JudgedTemplate {

    private static final Duration FIRST_PAUSE = Duration.ofHours(3);
    private static final Duration SECOND_PAUSE = Duration.ofHours(6);

    private final String name;
    private final String language;
    private final QualityRules rules;
    private final SimulatorClock clock;
    private final Templates templates;
    private final QualityEvents events;
    private Score score;
    private String rating = "UNKNOWN";
    private int pauses;

    JudgedTemplate(
            ShownTemplate template, QualityRules rules, SimulatorClock clock, Templates templates, QualityEvents events) {
        this.name = template.name();
        this.language = template.language();
        this.rules = rules;
        this.clock = clock;
        this.templates = templates;
        this.events = events;
        this.score = new Score(rules, clock.millis());
    }

    synchronized void weigh(@Nullable Complaint complaint, long now) {
        if (complaint == null) {
            score.delivered(now);
        } else {
            score.complained(QualityRules.weight(complaint), now);
        }
        String judged = score.rating(now);
        StoredTemplate stored = templates.find(name, language);
        // While it is paused, disabled or gone, nothing that was sent before makes it worse.
        if (judged != null
                && !judged.equals(rating)
                && stored != null
                && stored.template().status().equals("APPROVED")) {
            rate(stored, judged);
            if (judged.equals("RED")) {
                pause();
            }
        }
    }

    private void rate(StoredTemplate stored, String judged) {
        templates.quality(name, language, judged);
        events.scored(stored, rating, judged);
        rating = judged;
    }

    private void pause() {
        pauses++;
        switch (pauses) {
            case 1 -> pause("FIRST_PAUSE", FIRST_PAUSE);
            case 2 -> pause("SECOND_PAUSE", SECOND_PAUSE);
            default -> templates.disable(name, language);
        }
    }

    private void pause(String title, Duration length) {
        templates.pause(name, language, title);
        clock.schedule(length, this::unpause);
    }

    private synchronized void unpause() {
        StoredTemplate stored = templates.find(name, language);
        if (stored != null && stored.template().status().equals("PAUSED")) {
            score = new Score(rules, clock.millis());
            rate(stored, "UNKNOWN");
            templates.unpause(name, language);
        }
    }

    synchronized Standing standing(long now) {
        return score.standing(name + " " + language, rating, now);
    }
}
