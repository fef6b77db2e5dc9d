package org.whatsapppolicy.camel.send;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.inbound.Signals;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;

/**
 * What a refusal tells of the person and not only of the message: that they stopped offers (S-16). It is in force before anybody hears
 * how the message ended. Thread-safe.
 */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final PolicyStore store;
    private final Executor blocking;
    private final Unsettled unsettled;

    Refusals(PolicyStore store, Executor blocking, Unsettled unsettled) {
        this.store = store;
        this.blocking = blocking;
        this.unsettled = unsettled;
    }

    /** Ends when it is recorded, or is kept to be brought again. */
    CompletableFuture<Void> heard(Passage passage, Admission.Decided decided, Outcome outcome) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            return NOTHING;
        }
        List<PersonAct> acts =
                Signals.refused(
                                refused.code(),
                                decided.decision().at(),
                                decided.messageId().toString())
                        .stream()
                        .map(act -> new PersonAct(passage.request().recipient(), act))
                        .toList();
        if (acts.isEmpty()) {
            return NOTHING;
        }
        try {
            return CompletableFuture.runAsync(() -> store.record(acts), blocking)
                    .exceptionally(problem -> {
                        LOG.warn("A stop of offers is not recorded yet and brought again: {}", problem.toString());
                        unsettled.add(acts);
                        return null;
                    });
        } catch (RejectedExecutionException e) {
            unsettled.add(acts);
            return NOTHING;
        }
    }
}
