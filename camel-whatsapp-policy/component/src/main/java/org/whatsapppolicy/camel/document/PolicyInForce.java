package org.whatsapppolicy.camel.document;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.policy.address.ZoneFinder;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.PolicyDocumentReader;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.ActivePolicy;

/**
 * The engine of the document that is active in the store (S-7). Starts with our own document and follows the store's when
 * another node brought a higher revision. Thread-safe.
 */
public final class PolicyInForce {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyInForce.class);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ZoneFinder zones = new ZoneFinder();
    private final UnaryOperator<String> placeholders;
    private final Consumer<PolicyDocument> acceptable;
    private final String name;
    private final Duration way;
    private final BooleanSupplier hears;
    private final AtomicReference<@Nullable Following> following = new AtomicReference<>();
    private volatile PolicyDocument own;
    private volatile Engines engines;
    private volatile boolean ignored;

    /** A document that is being read. */
    private record Following(String hash, CompletableFuture<ActivePolicy> ended) {}

    private record Engines(
            PolicyEngine judging,
            PolicyEngine withoutIntake,
            PolicyEngine taking,
            PolicyEngine throttling,
            PolicyEngine consentOnly) {
        static Engines of(PolicyDocument document, ZoneFinder zones, Duration way) {
            PolicyEngine judging = new PolicyEngine(document, zones, way);
            return new Engines(
                    judging, judging.withoutIntake(), judging.taking(), judging.throttling(), judging.consentOnly());
        }
    }

    /**
     * Reads our own document.
     *
     * @param name what it is called in error messages
     * @param way the longest that a message may be under way from its decision on (M-5)
     * @param hears whether this installation may have a way to hear an opt-out (S-20)
     * @param acceptable throws for a document that is valid but cannot be enforced by this version
     * @throws org.whatsapppolicy.policy.document.InvalidPolicyException with every mistake found
     */
    public PolicyInForce(
            String name,
            String text,
            Duration way,
            UnaryOperator<String> placeholders,
            BooleanSupplier hears,
            Consumer<PolicyDocument> acceptable) {
        this.name = name;
        this.way = way;
        this.hears = hears;
        this.placeholders = placeholders;
        this.acceptable = acceptable;
        this.own = new PolicyDocumentReader().read(name, text, placeholders);
        acceptable.accept(own);
        this.engines = Engines.of(own, zones, way);
    }

    /** Decides by the document of the moment. Never blocks. */
    public PolicyEngine engine() {
        Engines now = engines;
        return hears.getAsBoolean() ? now.judging : now.withoutIntake;
    }

    /** Holds every message unjudged. */
    public PolicyEngine taking() {
        return engines.taking;
    }

    /** Holds or denies every message for want of throughput. */
    public PolicyEngine throttling() {
        return engines.throttling;
    }

    /** Judges consent alone. */
    public PolicyEngine consentOnly() {
        return engines.consentOnly;
    }

    /** The document of the moment. */
    public PolicyDocument document() {
        return engines.judging.document();
    }

    /** Whether our own document is not the one in force, because its revision is not the highest. */
    public boolean ownIgnored() {
        return ignored;
    }

    /** Brings our own document to the store, and follows the store's when that is newer. */
    public void activate(PolicyStore store, String by) {
        ActivePolicy active = store.activate(own, by);
        if (active.hash().equals(own.hash())) {
            ignored = false;
            LOG.info("Policy revision {} is active, hash {}", active.revision(), active.hash());
        } else {
            follow(active);
        }
    }

    /**
     * Puts another text in the place of our own document, and brings it to the store. Blocks.
     *
     * @return whether it says something else than before
     * @throws org.whatsapppolicy.policy.document.InvalidPolicyException with every mistake found; nothing is changed then
     */
    public boolean replace(String text, PolicyStore store, String by) {
        // To prove its tokens may take long: nobody waits for that who follows meanwhile.
        return replace(new PolicyDocumentReader().read(name, text, placeholders), store, by);
    }

    private synchronized boolean replace(PolicyDocument other, PolicyStore store, String by) {
        if (other.hash().equals(own.hash())) {
            return false;
        }
        acceptable.accept(other);
        ActivePolicy active = store.activate(other, by);
        own = other;
        if (active.hash().equals(document().hash())) {
            ignored = !active.hash().equals(other.hash());
            tellIgnored(active);
        } else {
            follow(active);
        }
        LOG.info("Policy revision {} was read again: revision {} is active", other.revision(), active.revision());
        return true;
    }

    /**
     * The same as {@link #follow}, once for all who ask for it at a time.
     *
     * @param blocking reads it
     * @return ends when it is followed, or with what is wrong, within half a minute
     */
    public CompletableFuture<ActivePolicy> following(ActivePolicy active, Executor blocking) {
        Following before = following.get();
        if (before != null && before.hash.equals(active.hash())) {
            return before.ended;
        }
        CompletableFuture<ActivePolicy> ended = new CompletableFuture<>();
        Following next = new Following(active.hash(), ended);
        if (!following.compareAndSet(before, next)) {
            return following(active, blocking);
        }
        CompletableFuture<ActivePolicy> unused =
                ended.whenComplete((followed, problem) -> following.compareAndSet(next, null));
        CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> ended.completeExceptionally(new IllegalStateException("revision " + active.revision()
                        + " in the store could not be read in " + LONGEST.toSeconds()
                        + " s: see whether what its placeholders name answers")));
        try {
            blocking.execute(() -> follow(active, ended));
        } catch (RuntimeException | Error e) {
            // No thread can be started just now, or none any more.
            ended.completeExceptionally(e);
        }
        return ended;
    }

    private void follow(ActivePolicy active, CompletableFuture<ActivePolicy> ended) {
        try {
            follow(active);
            ended.complete(active);
        } catch (RuntimeException | Error e) {
            LOG.error("The policy that is active in the store cannot be used: {}", e.getMessage());
            ended.completeExceptionally(e);
        }
    }

    /** Reads the document that is active in the store. Its tokens were proven by the node that brought it. Blocks. */
    public synchronized void follow(@Nullable ActivePolicy active) {
        if (active == null || active.hash().equals(document().hash())) {
            return;
        }
        PolicyDocument document = new PolicyDocumentReader()
                .readProven("revision " + active.revision() + " in the store", active.text(), placeholders);
        acceptable.accept(document);
        engines = Engines.of(document, zones, way);
        ignored = !document.hash().equals(own.hash());
        tellIgnored(active);
    }

    /** The document that is in force now, which is followed first where another node brought it. Blocks. */
    public PolicyDocument latest(PolicyStore store) {
        while (true) {
            PolicyDocument before = document();
            // Not under the lock: who waits for that may have the connection which this needs.
            Optional<ActivePolicy> other = store.otherThan(before);
            synchronized (this) {
                // Where somebody else followed meanwhile, what was read may be older than that.
                if (document().hash().equals(before.hash())) {
                    other.ifPresent(this::follow);
                    return document();
                }
            }
        }
    }

    private void tellIgnored(ActivePolicy active) {
        if (ignored) {
            LOG.warn(
                    "Policy revision {} of this node is ignored: revision {} is active in the store since {}, hash {}. Raise"
                            + " the revision of the document to change the policy",
                    own.revision(),
                    active.revision(),
                    active.since(),
                    active.hash());
        }
    }
}
