package org.whatsapppolicy.simulator.template;

import java.time.Duration;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** Archives what nobody sent for a year, and takes it away 28 days later. */
record Archive(SimulatorClock clock, Templates templates) {

    private static final Duration IDLE = Duration.ofDays(365);
    private static final Duration ARCHIVED = Duration.ofDays(28);

    void watch(long id) {
        watch(id, IDLE);
    }

    private void watch(long id, Duration after) {
        clock.schedule(after, () -> {
            StoredTemplate stored = templates.byId(id);
            if (stored == null) {
                return;
            }
            Duration idle = Duration.between(templates.life(stored).lastUsed(), clock.now());
            if (idle.compareTo(IDLE) < 0) {
                watch(id, IDLE.minus(idle));
            } else {
                StoredTemplate unused = templates.become(stored, "ARCHIVED", StatusNote.PLAIN);
                clock.schedule(ARCHIVED, () -> remove(id));
            }
        });
    }

    private void remove(long id) {
        StoredTemplate stored = templates.byId(id);
        if (stored != null && stored.template().status().equals("ARCHIVED")) {
            templates.deleteByOwner(stored);
        }
    }
}
