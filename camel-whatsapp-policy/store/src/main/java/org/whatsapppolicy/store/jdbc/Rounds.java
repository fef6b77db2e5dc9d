package org.whatsapppolicy.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.StoreUnavailableException;
import org.whatsapppolicy.store.jdbc.Deciding.Prepared;

/**
 * Brings a batch through in as few transactions as it takes: requests whose people another node holds go to a further one,
 * after three misses to one that waits (M-1). A round that committed stays committed when a later one fails.
 */
final class Rounds {

    private static final int MISSES = 3;

    private final Database database;
    private final Deciding deciding;
    private final Settling settling;

    Rounds(Database database, Deciding deciding, Settling settling) {
        this.database = database;
        this.deciding = deciding;
        this.settling = settling;
    }

    void settle(List<Settlement> outcomes) {
        database.write("record " + outcomes.size() + " outcomes", session -> {
            settling.settle(session, outcomes, Installation.load(session).now());
            return true;
        });
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
            List<@Nullable Admission> answers = one(settlements, part, engine, round, round > 0 && before);
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
        return Arrays.stream(admissions).map(Objects::requireNonNull).toList();
    }

    private List<@Nullable Admission> one(
            List<Settlement> outcomes, List<Prepared> part, PolicyEngine engine, int round, boolean committed) {
        String what = "decide " + part.size() + " messages and record " + outcomes.size() + " outcomes";
        try {
            return database.write(what, session -> {
                Map<String, People.Found> locked = deciding.lock(session, part, round >= MISSES);
                Installation installation = Installation.load(session);
                settling.settle(session, outcomes, installation.now());
                return part.isEmpty()
                        ? List.<@Nullable Admission>of()
                        : deciding.round(session, part, engine, locked, installation);
            });
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
}
