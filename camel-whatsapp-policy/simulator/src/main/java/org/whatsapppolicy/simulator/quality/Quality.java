package org.whatsapppolicy.simulator.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.Complaint;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownTemplate;
import org.whatsapppolicy.simulator.template.Templates;

/**
 * Judges numbers and templates by what people think of them; off to begin with. A template that falls to RED is paused,
 * first for 3 hours, then for 6, then disabled for good; after a pause it is judged afresh. A number that falls to RED is
 * FLAGGED; when it is still RED seven days later it is RESTRICTED for a day, and CONNECTED again once it has recovered.
 * Its rating is not told by webhook: it has to be asked for.
 *
 * <p>Safe for use by several threads.
 */
public final class Quality {

    private final Map<String, JudgedNumber> numbers = new TreeMap<>();
    private final Map<String, JudgedTemplate> templates = new TreeMap<>();
    private final SimulatorClock clock;
    private final Templates stored;
    private final QualityEvents events;
    private volatile @Nullable QualityRules rules;

    /** For the simulator. */
    public Quality(SimulatorClock clock, Templates templates, QualityEvents events) {
        this.clock = clock;
        this.stored = templates;
        this.events = events;
    }

    /** Judges by these rules from now on, with nothing known yet. */
    public synchronized Quality judge(QualityRules by) {
        off();
        rules = by;
        return this;
    }

    /** Judges no more and forgets what it knew. Ratings, and what followed from them, stay as they are. */
    public synchronized Quality off() {
        rules = null;
        numbers.values().forEach(JudgedNumber::forget);
        numbers.clear();
        templates.clear();
        return this;
    }

    /** How everything judged stands now: the numbers, then the templates. */
    public synchronized List<Standing> standing() {
        List<Standing> all = new ArrayList<>();
        numbers.values().forEach(number -> all.add(number.standing(clock.millis())));
        templates.values().forEach(template -> all.add(template.standing(clock.millis())));
        return all;
    }

    /** A message got further on its way. For the simulator. */
    public void reached(SimulatedNumber sender, @Nullable ShownTemplate template, Progress progress) {
        if (rules != null && progress == Progress.DELIVERED) {
            weigh(sender, template, null);
        }
    }

    /** A person complained about a number, and so about the last template that it sent. For the simulator. */
    public void complained(Chat chat, Complaint complaint) {
        if (rules != null) {
            weigh(chat.number(), chat.latestTemplate(), complaint);
        }
    }

    private synchronized void weigh(
            SimulatedNumber number, @Nullable ShownTemplate template, @Nullable Complaint complaint) {
        QualityRules by = rules;
        if (by == null) {
            return;
        }
        long now = clock.millis();
        numbers.computeIfAbsent(number.id(), id -> new JudgedNumber(number, by, clock, events))
                .weigh(complaint, now);
        if (template != null) {
            String key = template.name() + " " + template.language();
            templates
                    .computeIfAbsent(key, any -> new JudgedTemplate(template, by, stored, now))
                    .weigh(complaint, now);
        }
    }
}
