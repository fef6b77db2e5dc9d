package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Millis;

/**
 * The row about the store itself.
 *
 * @param epoch grows with every change of documents and templates
 * @param doubtedSince see S-8
 * @param suppressionImported see S-8
 * @param hearing see S-20
 * @param wanted kinds of events that somebody subscribed to
 * @param clock which clock counts
 * @param base of a virtual clock: what it showed
 * @param started of a virtual clock: when, by the database's own clock
 * @param real the database's own clock at the moment of loading
 */
record Installation(
        long epoch,
        Instant doubtedSince,
        @Nullable Instant suppressionImported,
        Hearing hearing,
        Set<FeedEvent.Kind> wanted,
        String clock,
        @Nullable Instant base,
        @Nullable Instant started,
        Instant real) {

    private static final String REAL = "real";
    private static final String FROZEN = "frozen";
    private static final String RUNNING = "running";
    private static final String LOAD =
            "select epoch, doubted_since, suppression_imported_at, heard_at, unheard_since, deaf_since, event_kinds, clock,"
                    + " clock_base, clock_started, $clock"
                    + " from installation";

    /** Reads the row and the clock, which must happen under the locks (M-6). */
    static Installation load(Session session) throws SQLException {
        Trip trip = new Trip(session);
        Trip.Found<List<Installation>> found = load(trip, session.dialect());
        trip.go();
        return only(found.get());
    }

    /** The same as a step behind those that lock. */
    static Trip.Found<List<Installation>> load(Trip trip, Dialect dialect) {
        return trip.query(
                LOAD,
                r -> new Installation(
                        r.number(),
                        r.instant(),
                        r.instantOrNull(),
                        new Hearing(r.instantOrNull(), r.instantOrNull(), r.instantOrNull()),
                        FeedTable.kinds(r.text()),
                        r.text(),
                        r.instantOrNull(),
                        r.instantOrNull(),
                        dialect.clock(r)));
    }

    static Installation only(List<Installation> found) {
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "found no row in the table installation, expected one: let the store apply its schema");
        }
        return found.get(0);
    }

    /** Makes the row of a new store and starts its clock; refuses real time on a store of virtual time. */
    static void open(Session session, StoreClock clock) throws SQLException {
        Instant real = session.dialect().clock(session);
        Instant virtual = start(clock);
        session.update(
                "insert into installation (one, created_at, epoch, doubted_since, clock) values (1, ?, 1, ?, 'real')"
                        + " on conflict do nothing",
                real,
                virtual == null ? real : virtual);
        if (virtual != null) {
            session.update(
                    "update installation set clock = ?, clock_base = ?, clock_started = ? where clock = 'real'",
                    clock instanceof StoreClock.Frozen ? FROZEN : RUNNING,
                    virtual,
                    real);
        } else if (!load(session).clock.equals(REAL)) {
            throw new IllegalStateException("found a store that lives in virtual time (a demo or a test), expected real"
                    + " time: open another database, or this one with a virtual clock");
        }
    }

    private static @Nullable Instant start(StoreClock clock) {
        if (clock instanceof StoreClock.Running running) {
            return running.start();
        }
        return clock instanceof StoreClock.Frozen frozen ? frozen.start() : null;
    }

    /** Folds news in, under the row's lock; what is no news is not written. */
    static Hearing hear(Session session, Hearing.News news) throws SQLException {
        session.query("select one from installation $lock", row -> true);
        Hearing before = load(session).hearing();
        Hearing after = Millis.cut(before.after(news));
        if (!after.equals(before)) {
            session.update(
                    "update installation set heard_at = ?, unheard_since = ?, deaf_since = ?",
                    after.heard(),
                    after.unheardSince(),
                    after.deafSince());
        }
        return after;
    }

    static void moveClock(Session session, Instant to) throws SQLException {
        moved(
                session,
                session.update(
                        "update installation set clock_base = ?, clock_started = ? where clock <> 'real'",
                        to,
                        session.dialect().clock(session)));
    }

    static void moveClock(Session session, Duration by) throws SQLException {
        moved(
                session,
                session.update(
                        "update installation set clock_base = clock_base + ? where clock <> 'real'", by.toMillis()));
    }

    private static void moved(Session session, int moved) throws SQLException {
        session.note(Note.DUE);
        session.dialect().tellDue(session);
        if (moved == 0) {
            throw new IllegalStateException("found a store in real time, expected one opened with a virtual clock");
        }
    }

    /** For what happens in this transaction. */
    Happenings happenings() {
        return new Happenings(wanted);
    }

    /** The store's clock at the moment of loading. */
    Instant now() {
        if (clock.equals(FROZEN)) {
            return Objects.requireNonNull(base);
        }
        Instant present = Millis.cut(real);
        if (clock.equals(REAL)) {
            return present;
        }
        Duration run = Duration.between(Objects.requireNonNull(started), present);
        return Objects.requireNonNull(base).plus(run);
    }
}
