package org.whatsapppolicy.store.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.Admission;

/**
 * Attempts that this process allowed, or may have allowed, and that nobody was told to begin because the answer to a commit was
 * lost. The transaction is the mark of their owner: when it turns out to be committed, they are set back as not begun (M-4).
 * What is forgotten here counts as unknown when its lease is over, which is true as well. Thread-safe.
 */
final class Doubts {

    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);
    private static final int MOST = 10_000;
    /** How often the server may not know. While nobody can be asked, nothing is counted: an outage lasts as long as it lasts. */
    private static final int LOOKS = 3_600;

    private final Fates fates;
    private final Queue<Doubt> open = new ArrayDeque<>();
    /** Held while the database is asked, which may take long: who adds does not wait for it. */
    private final Object clearing = new Object();

    private int size;

    Doubts(Fates fates) {
        this.fates = fates;
    }

    private static final class Doubt {
        private final @Nullable String mark;
        private final List<Settlement> notBegun;
        private int looks;

        Doubt(@Nullable String mark, List<Settlement> notBegun) {
            this.mark = mark;
            this.notBegun = notBegun;
        }
    }

    /**
     * Notes what a batch was answered that is told to nobody.
     *
     * @param mark of its transaction, or null when that was committed
     */
    void add(@Nullable String mark, Collection<? extends @Nullable Admission> admissions) {
        List<Settlement> allowed = new ArrayList<>();
        for (Admission one : admissions) {
            if (one instanceof Admission.Decided decided && decided.decision().verdict() == Verdict.ALLOW) {
                allowed.add(new Settlement(decided.messageId(), decided.attempt(), new Outcome.NotBegun()));
            }
        }
        if (!allowed.isEmpty()) {
            note(mark, allowed);
        }
    }

    private synchronized void note(@Nullable String mark, List<Settlement> allowed) {
        if (size + allowed.size() > MOST) {
            LOG.warn("{} messages that were allowed and not sent will count as unknown", allowed.size());
            return;
        }
        size += allowed.size();
        open.add(new Doubt(mark, List.copyOf(allowed)));
    }

    /** Sets back what turned out to be committed; how many messages. Ends early when nobody can be asked. */
    int clear(Consumer<List<Settlement>> settle) {
        synchronized (clearing) {
            int back = 0;
            for (Doubt doubt : noted()) {
                Fate fate = doubt.mark == null ? Fate.COMMITTED : fates.look(doubt.mark);
                if (fate == Fate.UNHEARD) {
                    break;
                }
                if (fate == Fate.OPEN && ++doubt.looks < LOOKS) {
                    continue;
                }
                if (fate == Fate.COMMITTED) {
                    settle.accept(doubt.notBegun);
                    back += doubt.notBegun.size();
                }
                forget(doubt);
            }
            return back;
        }
    }

    private synchronized List<Doubt> noted() {
        return List.copyOf(open);
    }

    private synchronized void forget(Doubt doubt) {
        open.remove(doubt);
        size -= doubt.notBegun.size();
    }
}
