package org.whatsapppolicy.policy.consent;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that changes what a person agreed to. Append-only in the store, with its evidence. */
public sealed interface ConsentAct {

    /** Where it is known from. */
    Evidence evidence();

    /**
     * When it was done by the clock of whoever told it. The store cuts the time of the act off at its own clock ({@link #takenAt});
     * this remains.
     */
    default Instant said() {
        return evidence().act();
    }

    /** The same act, known from elsewhere. */
    ConsentAct with(Evidence evidence);

    /** The same act, which nobody does in the future: one that is told to be later than now is done now. */
    default ConsentAct notAfter(Instant now) {
        return evidence().act().isAfter(now) ? with(evidence().at(now)) : this;
    }

    /**
     * The same act as a transaction at that time takes it. Nobody acts in the future: what two clocks may differ is cut off, so that
     * what the person does next is later, and an opt-out is cut off however far ahead it is dated, or nothing could ever follow it
     * (S-12). Anything else that is dated further ahead is a mistake and stays what it is: it counts for nothing.
     */
    default ConsentAct takenAt(Instant now) {
        return this instanceof Related
                        || this instanceof Questioned
                        || Consents.ahead(evidence().act(), now)
                ? this
                : notAfter(now);
    }

    /** The person agreed, or a record says so. */
    record Granted(Grant grant, Instant said) implements ConsentAct {

        public Granted(Grant grant) {
            this(grant, grant.evidence().act());
        }

        @Override
        public Evidence evidence() {
            return grant.evidence();
        }

        @Override
        public Granted with(Evidence evidence) {
            return new Granted(grant.with(evidence), said);
        }
    }

    /** The second act of a double opt-in. */
    record Confirmed(String purpose, Evidence evidence, Instant said) implements ConsentAct {

        public Confirmed(String purpose, Evidence evidence) {
            this(purpose, evidence, evidence.act());
        }

        @Override
        public Confirmed with(Evidence evidence) {
            return new Confirmed(purpose, evidence, said);
        }
    }

    /** The person took consent back. */
    record Withdrawn(Scope scope, Evidence evidence, Instant said) implements ConsentAct {

        public Withdrawn(Scope scope, Evidence evidence) {
            this(scope, evidence, evidence.act());
        }

        @Override
        public Withdrawn with(Evidence evidence) {
            return new Withdrawn(scope, evidence, said);
        }

        @Override
        public ConsentAct notAfter(Instant now) {
            Instant latest = Consents.latest(now);
            Evidence done = evidence.act().isAfter(now) ? evidence.at(now) : evidence;
            return new Withdrawn(scope, done, said.isAfter(latest) ? latest : said);
        }

        @Override
        public ConsentAct takenAt(Instant now) {
            return notAfter(now);
        }
    }

    /** The app's own "resume": lifts only what {@code user-preferences} or {@code error-131050} set (S-12). */
    record Resumed(Evidence evidence, Instant said) implements ConsentAct {

        public Resumed(Evidence evidence) {
            this(evidence, evidence.act());
        }

        @Override
        public Resumed with(Evidence evidence) {
            return new Resumed(evidence, said);
        }
    }

    /**
     * A business relation that is on record. It is no consent: where one is implied, a grant that lapses is recorded with it.
     *
     * @param kind such as {@code customer}
     * @param until when it ends, or null when that is open
     * @param evidence its act is when it began
     */
    record Related(String kind, @Nullable Instant until, Evidence evidence) implements ConsentAct {
        @Override
        public Related with(Evidence evidence) {
            return new Related(kind, until, evidence);
        }
    }

    /** The person said that messages may go on: grants nothing, and answers what was unclear (S-18). */
    record Kept(Evidence evidence) implements ConsentAct {
        @Override
        public Kept with(Evidence evidence) {
            return new Kept(evidence);
        }
    }

    /** The person's answer was ambiguous: proactive messages wait until {@code until} (S-18). */
    record Questioned(Instant until, Evidence evidence) implements ConsentAct {

        /** How long an ambiguous answer holds proactive messages when nobody clears it up and the document does not say (S-18). */
        public static final Duration HOLD = Duration.ofDays(3);

        /**
         * Holds from when the person wrote it: recorded for {@link #HOLD}, from which {@link #asked} tells when that was. How long it
         * holds indeed the document of the moment says.
         */
        public static Questioned by(Evidence evidence) {
            return new Questioned(evidence.act().plus(HOLD), evidence);
        }

        /** When the person wrote what holds until then. */
        public static Instant asked(Instant until) {
            return until.minus(HOLD);
        }

        /** Whether an act comes after what was unclear and holds until {@code until}, so that it can clear it up. */
        public static boolean answered(Instant until, Evidence by) {
            return !by.act().isBefore(asked(until));
        }

        @Override
        public Questioned with(Evidence evidence) {
            return new Questioned(until, evidence);
        }
    }
}
