package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.jdbc.Deciding.Prepared;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Progress;

/**
 * Brings a batch through in as few transactions as it takes: requests whose people another node holds go to a further one,
 * after three misses to one that waits (M-1). A round that committed stays committed when a later one fails.
 */
final class Rounds {

    private static final int MISSES = 3;
    /** How many of a batch are waited for in vain, each for as long as a lock is, before the rest is told so too. */
    private static final int WAITS = 2;

    private final Database database;
    private final Deciding deciding;
    private final Departing departing;
    private final Settling settling;
    private final Doubts doubts;
    private final Repeats repeats = new Repeats();

    Rounds(Database database, Deciding deciding, Settling settling, Doubts doubts) {
        this.doubts = doubts;
        this.database = database;
        this.deciding = deciding;
        this.departing = new Departing(deciding);
        this.settling = settling;
    }

    void settle(List<Settlement> outcomes) {
        one(outcomes, List.of(), null, 0, false);
    }

    /** See {@link org.whatsapppolicy.store.PolicyStore#departDue}. */
    List<Due> depart(Room room, Duration lease, Predicate<SendRequest> ready, PolicyEngine engine) {
        List<Admission> last = new ArrayList<>();
        try {
            return database.write("decide due messages", session -> {
                List<Due> due = departing.depart(session, room, lease, ready, engine);
                last.clear();
                due.forEach(one -> {
                    if (one.decided() != null) {
                        last.add(one.decided());
                    }
                });
                return due;
            });
        } catch (InDoubtException e) {
            doubts.add(e.mark(), last);
            throw e;
        }
    }

    List<Admission> run(List<Settlement> outcomes, List<SendRequest> requests, PolicyEngine engine) {
        List<Prepared> batch = requests.stream().map(Prepared::of).toList();
        @Nullable Admission[] admissions = new @Nullable Admission[batch.size()];
        List<Integer> open = IntStream.range(0, batch.size()).boxed().toList();
        for (int round = 0; round == 0 || !open.isEmpty(); round++) {
            List<Settlement> settlements = round == 0 ? outcomes : List.of();
            List<Integer> tried = open;
            List<Prepared> part = tried.stream().map(batch::get).toList();
            boolean before = !outcomes.isEmpty() || tried.size() < batch.size();
            List<@Nullable Admission> answers;
            try {
                answers = tried(settlements, part, engine, round, round > 0 && before);
            } catch (RuntimeException e) {
                // Nobody is told what earlier rounds allowed, so nobody begins it.
                doubts.add(null, Arrays.asList(admissions));
                throw e;
            }
            List<Integer> missed = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                Admission answer = answers.get(i);
                admissions[tried.get(i)] = answer;
                if (answer == null) {
                    missed.add(tried.get(i));
                }
            }
            open = missed;
        }
        return told(Arrays.stream(admissions).map(Objects::requireNonNull).toList(), outcomes);
    }

    /** When nothing at all was done, it is no answer. */
    private static List<Admission> told(List<Admission> admissions, List<Settlement> outcomes) {
        boolean nothing = outcomes.isEmpty() && !admissions.isEmpty();
        for (Admission one : admissions) {
            nothing &= one instanceof Admission.LockedOut;
        }
        if (nothing && admissions.get(0) instanceof Admission.LockedOut out) {
            throw out.why();
        }
        return admissions;
    }

    private List<@Nullable Admission> tried(
            List<Settlement> outcomes, List<Prepared> part, PolicyEngine engine, int round, boolean committed) {
        try {
            return one(outcomes, part, engine, round, committed);
        } catch (LockedOutException e) {
            return apart(outcomes, part, engine, round, e);
        }
    }

    /**
     * Somebody holds one of these people, or a key, for too long, as a route's long transaction does (M-9): one by one, so that the
     * others do not fail with it. Few are waited for.
     */
    private List<@Nullable Admission> apart(
            List<Settlement> outcomes, List<Prepared> part, PolicyEngine engine, int round, LockedOutException why) {
        if (!outcomes.isEmpty()) {
            if (part.isEmpty()) {
                throw why;
            }
            settle(outcomes);
        }
        List<@Nullable Admission> answers = new ArrayList<>();
        StoreUnavailableException last = why;
        int waits = part.size() == 1 && outcomes.isEmpty() ? 0 : WAITS;
        for (Prepared one : part) {
            try {
                answers.add(waits == 0 ? new Admission.LockedOut(last) : alone(one, engine, round));
            } catch (StoreUnavailableException e) {
                last = e;
                waits = e instanceof LockedOutException ? waits - 1 : 0;
                answers.add(new Admission.LockedOut(e));
            } catch (RuntimeException e) {
                doubts.add(null, answers);
                throw e;
            }
        }
        return answers;
    }

    private @Nullable Admission alone(Prepared one, PolicyEngine engine, int round) {
        return one(List.of(), List.of(one), engine, round, false).get(0);
    }

    private List<@Nullable Admission> one(
            List<Settlement> outcomes,
            List<Prepared> part,
            @Nullable PolicyEngine engine,
            int round,
            boolean committed) {
        String what = "decide " + part.size() + " messages and record " + outcomes.size() + " outcomes";
        List<@Nullable Admission> last = new ArrayList<>();
        Repeats.Tries tries = repeats.tries();
        try {
            List<@Nullable Admission> done = database.write(what, session -> {
                List<@Nullable Admission> answers =
                        within(session, outcomes, part, engine, round >= MISSES, tries.hasty());
                last.clear();
                last.addAll(answers);
                return answers;
            });
            repeats.learn(done);
            return done;
        } catch (InDoubtException e) {
            doubts.add(e.mark(), last);
            throw e;
        } catch (LockedOutException e) {
            throw e;
        } catch (StoreUnavailableException e) {
            if (!committed || e.commitUnknown()) {
                throw e;
            }
            throw new StoreUnavailableException(
                    e.getMessage() + "; a part of the batch was committed before: ask for the messages by their ids",
                    e,
                    true);
        }
    }

    /** Four round trips: lock; record and load; write; and the commit. */
    private List<@Nullable Admission> within(
            Session session,
            List<Settlement> outcomes,
            List<Prepared> part,
            @Nullable PolicyEngine engine,
            boolean waiting,
            boolean hasty)
            throws SQLException {
        List<Address> addresses = Deciding.addresses(part);
        Trip locking = new Trip(session);
        Map<String, People.Found> locked = People.lock(locking, addresses, waiting);
        Acceptances quick = settling.quick(outcomes);
        Map<UUID, Progress> before = Settling.load(locking, quick.others());
        Trip.Found<List<Installation>> found = Installation.load(locking, session.dialect());
        locking.go();
        Installation installation =
                deciding.made(session, part, locked) ? Installation.load(session) : Installation.only(found.get());
        Trip loading = new Trip(session);
        Happenings happenings = installation.happenings();
        settling.save(loading, quick.others(), before, installation.now(), happenings);
        settling.accept(session, loading, quick, installation.now(), happenings);
        List<@Nullable Admission> answers;
        if (engine == null || part.isEmpty()) {
            FeedTable.add(session, loading, happenings);
            loading.go();
            answers = List.of();
        } else {
            answers = deciding.round(session, loading, part, engine, locked, installation, happenings, hasty);
        }
        settling.late(session, quick.left(), installation);
        return answers;
    }
}
