package org.whatsapppolicy.camel.send;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.whatsapppolicy.camel.consent.OutsideConsents;
import org.whatsapppolicy.camel.transport.Transport;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.GroupCommit;
import org.whatsapppolicy.store.PolicyStore;

/**
 * What a messenger works with. Whoever makes it owns the pools, the store and the transport, and closes them.
 *
 * @param store where the state lives
 * @param transport how requests are written
 * @param consents who is asked for consent outside
 * @param blocking runs what blocks: writers of the store, the dispatcher, tokens
 * @param callbacks runs what comes after a send
 * @param timer runs short things later
 * @param placeholders resolves access tokens
 * @param nanos a monotonic clock
 * @param base base URI and Graph version, without a slash at the end
 * @param permits requests under way at most
 * @param waitingLimit messages waiting for a permit or a token at most
 * @param maxAttempts attempts of one message at most
 * @param answerTimeout how long a request may wait for its answer
 * @param unknownHorizon for how long a message's fate may be unknown before its purpose's {@code whenUnknown} counts
 * @param writers how many batches the store takes at once
 */
public record Workshop(
        PolicyStore store,
        Transport transport,
        OutsideConsents consents,
        Executor blocking,
        Executor callbacks,
        Later timer,
        UnaryOperator<String> placeholders,
        LongSupplier nanos,
        String base,
        int permits,
        int waitingLimit,
        int maxAttempts,
        Duration answerTimeout,
        Duration unknownHorizon,
        int writers) {

    private static final int COMMIT_QUEUE = 100_000;
    /** A connection may take long, and answers come in pieces. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    GroupCommit commit(Supplier<PolicyEngine> engine) {
        return new GroupCommit(store, engine, blocking, writers, COMMIT_QUEUE);
    }

    /**
     * For outcomes that nobody waits for, one batch at a time: the longer that takes, the more the next one has. They never wait
     * for a person whom somebody else holds.
     */
    GroupCommit outcomes(Supplier<PolicyEngine> engine) {
        return new GroupCommit(store, engine, blocking, 1, COMMIT_QUEUE);
    }

    long answerBound() {
        return answerTimeout.plus(SLACK).toNanos();
    }
}
