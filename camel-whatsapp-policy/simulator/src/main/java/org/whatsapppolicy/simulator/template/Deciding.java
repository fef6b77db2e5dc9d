package org.whatsapppolicy.simulator.template;

import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** Decides about templates that were handed in, after the time that a review takes. */
record Deciding(SimulatorClock clock, Templates templates, Review review) {

    void later(StoredTemplate stored) {
        int handIn = templates.life(stored).handIn();
        if (review.decides(stored.template().name())) {
            clock.schedule(review.delay(), () -> decide(stored.id(), handIn));
        }
    }

    private void decide(long id, int handIn) {
        StoredTemplate now = templates.byId(id);
        // Deleted, decided by a test, or handed in once more: then this review has nothing to say any more.
        if (now == null
                || !now.template().status().equals("PENDING")
                || templates.life(now).handIns() != handIn) {
            return;
        }
        String rejection = review.rejection(now.template().name());
        templates.life(now).rejected(rejection);
        if (rejection == null) {
            StoredTemplate unused = templates.become(now, "APPROVED", StatusNote.PLAIN);
        } else {
            StoredTemplate unused = templates.become(now, "REJECTED", StatusNote.rejected(rejection));
        }
    }
}
