package org.whatsapppolicy.camel.webhook;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.store.PolicyStore;

/**
 * Notes what this node sends and hears, and tells the store of it now and then, so that all nodes know whether the platform is
 * still heard (S-20). To note is cheap; only to tell blocks. Thread-safe.
 */
public final class Ear {

    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

    private final PolicyStore store;
    private final Supplier<PolicyDocument> policy;
    private final AtomicReference<@Nullable Instant> accepted = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> status = new AtomicReference<>();
    private final AtomicReference<@Nullable Boolean> subscribed = new AtomicReference<>();
    private final Strangers strangers;
    private volatile boolean listening;
    private volatile Hearing known = Hearing.NOTHING;
    private volatile @Nullable String paused;
    private volatile boolean everTold;
    private volatile @Nullable String told;

    public Ear(PolicyStore store, Supplier<PolicyDocument> policy) {
        this.store = store;
        this.policy = policy;
        this.strangers = new Strangers(store, policy);
    }

    /** This installation takes what the platform posts; before, nothing is expected. */
    public void listens() {
        listening = true;
    }

    /** The platform took a message, by the store's clock. */
    public void accepted(Instant at) {
        if (listening && accepted.get() == null) {
            accepted.compareAndSet(null, at);
        }
    }

    /** A status came, by the store's clock. */
    void heard(InboundEvent event, Instant at) {
        status.set(at);
        strangers.heard(event, at);
    }

    /** Who else sends, and whether the store forgot what it sent. */
    public Strangers strangers() {
        return strangers;
    }

    /** Whether the app is subscribed to what people choose in the app's menu. */
    void subscribed(boolean now) {
        subscribed.set(now);
    }

    /** Tells the store what was noted, if there is anything. Blocks; never throws. */
    public void tell() {
        Instant first = accepted.getAndSet(null);
        Instant last = status.getAndSet(null);
        Boolean preferences = subscribed.getAndSet(null);
        if (!listening) {
            return;
        }
        try {
            Instant now = store.now();
            known = store.hear(new Hearing.News(now, last, first, preferences));
            note(now);
            tellPause(known.pause(now, policy.get().optOut().statusWithin()));
        } catch (RuntimeException e) {
            LOG.debug("What was heard could not be told: {}", e.toString());
            accepted.compareAndSet(null, first);
            status.compareAndSet(null, last);
            subscribed.compareAndSet(null, preferences);
        }
    }

    /** The store writes an event when that is news to the whole cluster; what this node told before is none. */
    private void tellPause(@Nullable String reason) {
        if (!everTold || !Objects.equals(reason, told)) {
            store.feed().tellPause(reason);
            told = reason;
            everTold = true;
        }
    }

    private void note(Instant now) {
        String why = why(now);
        String before = paused;
        paused = why;
        if (why != null && before == null) {
            LOG.warn("Marketing pauses (S-20): {}", why);
        } else if (why == null && before != null) {
            LOG.info("Marketing goes on: the platform is heard");
        }
    }

    private @Nullable String why(Instant now) {
        Instant silent = known.silent(policy.get().optOut().statusWithin());
        if (silent != null && !now.isBefore(silent)) {
            return "messages were accepted and no status arrived since " + known.unheardSince();
        }
        return known.deafSince() == null
                ? null
                : "the app is not subscribed to user_preferences, known since " + known.deafSince();
    }

    /** Why marketing pauses, or null while it does not. */
    public @Nullable String paused() {
        return paused;
    }
}
