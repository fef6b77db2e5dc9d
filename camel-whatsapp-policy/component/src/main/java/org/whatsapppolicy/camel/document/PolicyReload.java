package org.whatsapppolicy.camel.document;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.document.InvalidPolicyException;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;

/**
 * Reads the policy document again while the application runs. A document that is invalid, or cannot be enforced here, changes
 * nothing and says so, once for each text; one with a higher revision is in force for all nodes at once (S-7). Thread-safe.
 */
public final class PolicyReload {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyReload.class);

    private final Supplier<String> text;
    private final PolicyInForce policy;
    private final PolicyStore store;
    private final String by;
    private String last;
    private volatile @Nullable String refused;

    /**
     * @param text reads the document's text as it is now; may throw
     * @param by who is said to have activated it
     */
    public PolicyReload(Supplier<String> text, String now, PolicyInForce policy, PolicyStore store, String by) {
        this.text = text;
        this.last = now;
        this.policy = policy;
        this.store = store;
        this.by = by;
    }

    /** Looks whether there is another text, and brings it into force. Blocks, never throws; whether the policy changed. */
    public synchronized boolean look() {
        String now;
        try {
            now = text.get();
        } catch (RuntimeException e) {
            refuse("it cannot be read: " + e.getMessage());
            // When it can be read again it is looked at again, although it is the same.
            last = "";
            return false;
        }
        if (now.equals(last)) {
            return false;
        }
        try {
            boolean changed = policy.replace(now, store, by);
            last = now;
            refused = null;
            return changed;
        } catch (StoreUnavailableException e) {
            LOG.debug("The changed policy is brought to the store another time: {}", e.getMessage());
        } catch (InvalidPolicyException | IllegalArgumentException e) {
            last = now;
            refuse(String.valueOf(e.getMessage()));
        }
        return false;
    }

    /** Why the text as it is now is not in force, or null. */
    public @Nullable String refused() {
        return refused;
    }

    private void refuse(String why) {
        if (!why.equals(refused)) {
            LOG.error("The changed policy document is not used, revision {} stays in force: {}", revision(), why);
        }
        refused = why;
    }

    private long revision() {
        return policy.document().revision();
    }
}
