package org.whatsapppolicy.simulator.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the simulator saw and did: the judge in tests. An entry stands here before its answer leaves, so whoever got an
 * answer finds it.
 *
 * <p>Safe for use by several threads; recording takes no lock. Lists are copies of the moment. Counts go on counting
 * when old entries are let go.
 */
public final class Ledger {

    private final ConcurrentLinkedQueue<LedgerEntry> entries = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<WebhookAttempt> attempts = new ConcurrentLinkedQueue<>();
    private final LatestWebhooks latest = new LatestWebhooks();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong attemptsKept = new AtomicLong();
    private final Tally requests = new Tally("requests");
    private final Tally accepted = new Tally("accepted messages");
    private final Tally taken = new Tally("taken webhooks");
    private volatile boolean keepBodies = true;
    private volatile long atMost = 1_000_000;

    /** Every request to a Graph path, in the order decided. */
    public List<LedgerEntry> requests() {
        return List.copyOf(entries);
    }

    /** The messages the platform took, also those whose answer was lost. */
    public List<LedgerEntry> accepted() {
        return where(LedgerEntry::accepted);
    }

    /**
     * The messages the platform took for one person as addressed: a phone number in any notation, or a business-scoped
     * user id.
     */
    public List<LedgerEntry> acceptedTo(String recipient) {
        return query().accepted().to(recipient).list();
    }

    /** The requests that match. */
    public List<LedgerEntry> where(Predicate<LedgerEntry> condition) {
        return entries.stream().filter(condition).toList();
    }

    /** A question about the requests, to be narrowed. */
    public LedgerQuery query() {
        return new LedgerQuery(this, entry -> true);
    }

    /** A question about the tries at delivering webhooks, to be narrowed. */
    public WebhookQuery webhookQuery() {
        return new WebhookQuery(this, attempt -> true);
    }

    Stream<LedgerEntry> entries() {
        return entries.stream();
    }

    Stream<WebhookAttempt> attempts() {
        return attempts.stream();
    }

    /** Every try at delivering a webhook, in the order in which they ended. */
    public List<WebhookAttempt> webhooks() {
        return List.copyOf(attempts);
    }

    /** How many requests came in since the start or {@link #clear}. */
    public long count() {
        return requests.get();
    }

    /** How many messages were accepted since the start or {@link #clear}. */
    public long acceptedCount() {
        return accepted.get();
    }

    /** The last tries at delivering a webhook, at hand without a copy of them all. */
    public LatestWebhooks latestWebhooks() {
        return latest;
    }

    /** How many webhooks the receiver took since the start or {@link #clear}. */
    public long takenWebhookCount() {
        return taken.get();
    }

    /**
     * Waits, in real time, until {@code wanted} requests have come in.
     *
     * @throws AssertionError when they have not by then
     */
    public void await(long wanted, Duration patience) {
        requests.await(wanted, patience);
    }

    /** Like {@link #await} for accepted messages. */
    public void awaitAccepted(long wanted, Duration patience) {
        accepted.await(wanted, patience);
    }

    /** Like {@link #await} for webhooks the receiver answered with 200. */
    public void awaitWebhooks(long wanted, Duration patience) {
        taken.await(wanted, patience);
    }

    /** Whether bodies of requests and webhooks are kept from now on; load runs switch this off. On by default. */
    public void keepBodies(boolean keep) {
        keepBodies = keep;
    }

    /** How many requests, and how many webhook attempts, are kept; older ones are let go. A million by default. */
    public void keepAtMost(long newest) {
        atMost = newest;
    }

    /** Forgets everything and counts from zero. */
    public void clear() {
        entries.clear();
        attempts.clear();
        latest.clear();
        kept.set(0);
        attemptsKept.set(0);
        requests.reset();
        accepted.reset();
        taken.reset();
    }

    /**
     * Everything as JSON, one object a line, without line ends: the requests, then the webhook attempts. Made one by
     * one as they are asked for, so that a ledger of millions can be sent away in small pieces; what is entered
     * meanwhile may or may not be seen.
     */
    public Stream<String> lines() {
        return Stream.concat(lines(query()), lines(webhookQuery()));
    }

    /** The requests of one question, like {@link #lines()}. */
    public static Stream<String> lines(LedgerQuery query) {
        return query.stream().map(JsonLines::of);
    }

    /** The webhook attempts of one question, like {@link #lines()}. */
    public static Stream<String> lines(WebhookQuery query) {
        return query.stream().map(JsonLines::of);
    }

    /** Writes one JSON object a line: the requests, then the webhook attempts. */
    public void exportTo(Appendable out) {
        try {
            for (Iterator<String> lines = lines().iterator(); lines.hasNext(); ) {
                out.append(lines.next()).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enters a request with its answer. Called by the simulator before the answer leaves. */
    public void record(Asked asked, Answered answered, boolean wasAccepted) {
        Asked kind = keepBodies ? asked : asked.withoutBody();
        entries.add(new LedgerEntry(sequence.incrementAndGet(), kind, answered, wasAccepted));
        if (kept.incrementAndGet() > atMost && entries.poll() != null) {
            kept.decrementAndGet();
        }
        if (wasAccepted) {
            accepted.increment();
        }
        requests.increment();
    }

    /** Enters one try at delivering a webhook. */
    public void record(WebhookAttempt attempt) {
        WebhookAttempt kind = keepBodies ? attempt : attempt.withoutBody();
        attempts.add(kind);
        latest.add(kind);
        if (attemptsKept.incrementAndGet() > atMost && attempts.poll() != null) {
            attemptsKept.decrementAndGet();
        }
        if (attempt.taken()) {
            taken.increment();
        }
    }
}
