package org.whatsapppolicy.camel.send;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;

/**
 * Claims that were taken up for nothing. They are given back as soon as the store takes them, or each moment without the store would
 * cost its messages the rest of their claims. Thread-safe.
 */
final class Unsent {

    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();

    /**
     * One could not be decided.
     *
     * @return whether its claim is to be given back. Not when only what it needs was held by somebody else for too long: the claim
     *     keeps us from waiting for that again all the time
     */
    boolean failed(UUID id, Throwable why) {
        if (!(why instanceof StoreUnavailableException unavailable) || unavailable.ofSomeOnly()) {
            return false;
        }
        ids.add(id);
        return true;
    }

    /** These were not begun and will not be. */
    void add(Collection<UUID> claimed) {
        ids.addAll(claimed);
    }

    /** If not, the store was away: others would be taken up for nothing too, before it took these. */
    boolean none() {
        return ids.isEmpty();
    }

    /** Gives them back, if the store takes them. */
    void bring(PolicyStore store) {
        if (none()) {
            return;
        }
        try {
            giveBack(store);
        } catch (StoreUnavailableException e) {
            // They are brought again.
        }
    }

    /** Gives them back; how many. */
    int giveBack(PolicyStore store) {
        List<UUID> all = List.copyOf(ids);
        // Before: who is given back may be claimed and added again at once.
        all.forEach(ids::remove);
        try {
            store.handBack(all);
        } catch (StoreUnavailableException e) {
            // When the answer alone was lost they may be claimed anew by now; at worst the claim runs out.
            if (!e.commitUnknown()) {
                ids.addAll(all);
            }
            throw e;
        }
        return all.size();
    }
}
