package org.whatsapppolicy.simulator.quality;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.Complaint;

/** One number under judgement: its score, and since when it is low. */
final class JudgedNumber {

    private static final Duration FLAGGED_FOR = Duration.ofDays(7);
    private static final Duration RESTRICTED_FOR = Duration.ofDays(1);
    private static final Duration LOOKED_AT_EVERY = Duration.ofHours(6);

    private final SimulatedNumber number;
    private final SimulatorClock clock;
    private final QualityEvents events;
    private final Score score;
    private String rating = "GREEN";
    private String status = "CONNECTED";
    private long redSince;
    private boolean forgotten;

    JudgedNumber(SimulatedNumber number, QualityRules rules, SimulatorClock clock, QualityEvents events) {
        this.number = number;
        this.clock = clock;
        this.events = events;
        this.score = new Score(rules, clock.millis());
    }

    synchronized void weigh(@Nullable Complaint complaint, long now) {
        score.weigh(complaint, now);
        rate(now);
    }

    private void rate(long now) {
        // A number that hardly sends any more has nothing against it.
        String judged = Objects.requireNonNullElse(score.rating(now), "GREEN");
        if (judged.equals(rating)) {
            return;
        }
        rating = judged;
        number.qualityRating(judged);
        if (judged.equals("RED")) {
            redSince = now;
            becomes("FLAGGED");
            clock.schedule(LOOKED_AT_EVERY, this::lookAgain);
        } else if (status.equals("FLAGGED")) {
            becomes("CONNECTED");
        }
    }

    private synchronized void lookAgain() {
        long now = clock.millis();
        if (forgotten) {
            return;
        }
        rate(now);
        if (!rating.equals("RED")) {
            return;
        }
        if (status.equals("FLAGGED") && now - redSince >= FLAGGED_FOR.toMillis()) {
            becomes("RESTRICTED");
            events.restricted(number, clock.now().plus(RESTRICTED_FOR));
            clock.schedule(RESTRICTED_FOR, this::release);
        } else {
            clock.schedule(LOOKED_AT_EVERY, this::lookAgain);
        }
    }

    private synchronized void release() {
        if (status.equals("RESTRICTED")) {
            becomes("CONNECTED");
        }
        if (rating.equals("RED")) {
            redSince = clock.millis();
            clock.schedule(LOOKED_AT_EVERY, this::lookAgain);
        }
    }

    private void becomes(String now) {
        status = now;
        events.became(number, now);
    }

    synchronized void forget() {
        forgotten = true;
    }

    synchronized Standing standing(long now) {
        return score.standing(number.id(), rating, now);
    }
}
