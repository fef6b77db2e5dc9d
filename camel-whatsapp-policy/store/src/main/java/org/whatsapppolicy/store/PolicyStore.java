package org.whatsapppolicy.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.MessageStatus;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/**
 * The contract of every store. All implementations pass the same test kit and give the same decisions for the same history.
 *
 * <p>Each method is one transaction, or one a batch; when it returns, what it did is as durable as the database makes it.
 * Methods block: call them from threads that may. Thread-safe. When the database cannot be used, every method throws
 * {@link StoreUnavailableException} within its bound and has then done nothing, unless the exception says that the fate of
 * the commit is unknown. When the answer to a commit is lost and the database can be asked in time what became of it, the method
 * returns or throws as if it had been heard.
 */
public interface PolicyStore extends AutoCloseable {

    /** The store's clock (M-6): the database's, or in tests and demos a row of it. */
    Instant now();

    /**
     * Moves a virtual clock, for all who share the store.
     *
     * @throws IllegalStateException when the store lives in real time
     */
    void moveClock(Instant to);

    /**
     * Moves a virtual clock by so much from what it shows at that very moment: by a span that is not negative never back, however
     * long the store takes for it.
     *
     * @throws IllegalStateException when the store lives in real time
     */
    void moveClock(Duration by);

    /**
     * Decides a batch and reserves what it allows, in one transaction: locks each person, loads their state, folds the
     * decisions in order so that the second request to one person sees the first's reservation, and saves. Allowed messages
     * stand as SENDING, deferred ones as HELD with their payload, denied ones as DENIED.
     *
     * <p>A request whose id or idempotency key is known is answered with what stands there (S-37), unless that ended as
     * denied, expired or failed: then it is decided anew as the next attempt. A request with {@code attempt > 0} is a held
     * message that is due: it is decided again in its row.
     *
     * <p>Whoever else holds a person or a key for too long stops those requests alone: they are answered {@link
     * Admission.LockedOut}, or when they are all there is, by a {@link StoreUnavailableException}.
     *
     * @return one admission a request, in the order of the batch
     */
    List<Admission> decide(List<SendRequest> batch, PolicyEngine engine);

    /**
     * Records outcomes, then decides, in one transaction where the store can: half the commits under load.
     *
     * @return one admission a request, as {@link #decide}
     */
    default List<Admission> round(List<Settlement> outcomes, List<SendRequest> requests, PolicyEngine engine) {
        settle(outcomes);
        return decide(requests, engine);
    }

    /** The decisions alone: nothing is reserved, recorded or created. */
    List<Decision> check(List<SendRequest> batch, PolicyEngine engine);

    /**
     * Records what became of attempts. One of an attempt that is no longer the current one, or whose message moved on, has
     * no effect.
     */
    void settle(List<Settlement> batch);

    /**
     * Claims held messages that are due, as many of each sender and of each the oldest first, so that no other node claims them
     * for the length of the lease. Each comes back as the request it was, with its attempt.
     */
    default List<SendRequest> claimDue(int max, Duration lease) {
        return claimDue(Room.of(max), lease);
    }

    /** The same for as many as there is room for: of each sender the oldest first. */
    List<SendRequest> claimDue(Room room, Duration lease);

    /**
     * Claims as {@link #claimDue} does and decides those that are ready to begin, in one transaction where the store can: what was
     * decided needs no claim. Who cannot be decided just now, as when somebody else holds the person, is claimed. What is due of a
     * purpose that has another sender since it was held is noted as that one's, and found with what is due of that one (S-7).
     *
     * @param ready whether the message could begin at once; may be asked more than once, and under locks: must be quick
     */
    default List<Due> departDue(Room room, Duration lease, Predicate<SendRequest> ready, PolicyEngine engine) {
        List<SendRequest> claimed = claimDue(room, lease);
        List<SendRequest> mine = claimed.stream().filter(ready).toList();
        Map<UUID, Admission.Decided> decided = new HashMap<>();
        for (Admission one : mine.isEmpty() ? List.<Admission>of() : decide(mine, engine)) {
            if (one instanceof Admission.Decided now) {
                decided.put(now.messageId(), now);
            }
        }
        return claimed.stream().map(one -> new Due(one, decided.get(one.id()))).toList();
    }

    /** When the next held message is due, or empty when none is held. */
    Optional<Instant> nextDue();

    /** How long until then: nothing or less when one is due. One look at the database. */
    default Optional<Duration> untilDue() {
        return nextDue().map(at -> Duration.between(now(), at));
    }

    /**
     * Gives claims back before their lease ends: those that are still held are due again as before, for any node, and in their former
     * place. Whoever watches is told, also when there are none: who stops leaves what it only took as well.
     *
     * @param claimed ids of messages that {@link #claimDue} gave out
     */
    void handBack(Collection<UUID> claimed);

    /**
     * Has the bell rung when held messages may be due sooner than was known: after commits of this process that hold messages,
     * when a virtual clock was moved, and, where the database tells, when another process asks for it. The bell must be quick
     * and must not throw.
     *
     * @param waiting runs what waits for notifications, for as long as it is watched
     */
    DueWatch watchDue(Runnable bell, Executor waiting);

    /**
     * Sets back what this process allowed in transactions whose commit got no answer, so that nobody was told to begin it, as far
     * as their fate is known by now (M-4). To be asked now and then; what is never set back counts as unknown.
     *
     * @return how many messages
     */
    default int setBack() {
        return 0;
    }

    /**
     * SENDING messages past their {@code send_before} and the answer timeout, whose owner is silent, become UNKNOWN.
     *
     * @return how many
     */
    int expireLeases(Duration answerTimeout);

    /**
     * Rules on messages whose fate has been unknown for the horizon, as {@code whenUnknown} of their purposes says (S-38): on each
     * once, so that what is left unknown stays so until somebody brings proof. Does nothing by a document that is not the one in
     * force: what it says would be final.
     *
     * @param maxAttempts what was tried so often is not sent again, and stays unknown
     * @return how many are not unknown any more
     */
    int ruleUnknown(PolicyDocument document, Duration horizon, int maxAttempts);

    /** Folds acts of consent into people, creating those nobody knew; each is kept in the history with its evidence. */
    List<Consents.Effect> record(List<PersonAct> acts);

    /**
     * Folds acts in as {@link #record} does, for imports: what changes nothing leaves no trace either, so that the same rows can
     * be brought again and again. A grant that meets an opt-out it cannot lift is told as OPTED_OUT and leaves nothing: no grant
     * that would come into force by itself, and no address of somebody who was erased (S-12, S-47).
     *
     * @param marketing names of the purposes that are marketing, so that opt-outs of marketing are met too
     */
    List<Consents.Effect> bring(List<PersonAct> acts, Set<String> marketing);

    /** What the person wrote, told by their message's own timestamp: opens the service window, ends first contact. */
    void inbound(Recipient person, Instant at);

    /** Notes the person's zone from a record; null forgets it. */
    void zone(Recipient person, @Nullable ZoneId zone);

    /** Keeps what the person set for themselves (S-15), in place of what they set before. */
    void settings(Recipient person, PersonSettings own);

    /** What is known of the person, with messages that count of at least {@code horizon}; {@link PersonFacts#UNKNOWN} for a stranger. */
    PersonFacts lookup(Recipient person, Duration horizon);

    /** Where a message stands. */
    Optional<MessageStatus> message(UUID id);

    /** Replaces what is known of an account's templates; listed ones are added or changed, others of the account removed. */
    void templates(String account, List<Template> templates);

    /** Keeps what the platform told; what it told of an earlier time changes nothing. */
    void told(List<TemplateWord> words);

    /** What the platform told of an account's templates, the latest of each. */
    List<TemplateWord> told(String account);

    /** All known templates. */
    List<Template> templates();

    /**
     * Makes the document the active one if its revision is higher than what is active, or the store has none (S-7).
     *
     * @param by who or which node brings it
     * @return the document that is active now: its revision, hash and text
     */
    ActivePolicy activate(PolicyDocument document, String by);

    /** The document that is active, when it is another than that one. */
    Optional<ActivePolicy> otherThan(PolicyDocument document);

    /**
     * Takes tokens of a sender's rate (M-7): one GCRA row a sender, shared by all nodes.
     *
     * @param sender name of the sender
     * @param perSecond the rate
     * @param wanted how many at most; a lease never covers more than 100 ms of the rate, and at least one
     */
    TokenLease tokens(String sender, int perSecond, int wanted);

    /** Declares that a suppression list was imported, so that marketing may start on a fresh or restored store (S-8). */
    void suppressionImported(Instant at);

    /**
     * Looks whether the store came back from a backup and nobody said so: the platform reports a message of ours that is not
     * known here, though it was made after the store was last in doubt and too lately to have been deleted. Then the store may
     * lack opt-outs too and is in doubt from now on (S-8).
     *
     * @param reported ids of messages that the platform told of
     * @param document says how long messages are kept
     * @return whether that was found
     */
    boolean doubt(Collection<UUID> reported, PolicyDocument document);

    /** What is kept of people, for them. */
    PersonalData personalData();

    /**
     * Notes what a node heard of the platform, and what it waits for (S-20).
     *
     * @return what is known now, of all nodes
     */
    Hearing hear(Hearing.News news);

    /** What the platform told. */
    Inbox inbox();

    /** What operators order. */
    Controls controls();

    /** What happened, for those who subscribed. */
    Feed feed();

    /** Takes away what is past its retention. */
    Upkeep upkeep();

    /**
     * Takes messages in transactions of others.
     *
     * @return empty where there is nobody to share transactions with: an SQLite file has one writer, memory has none
     */
    default Optional<Outbox> outbox() {
        return Optional.empty();
    }

    /** How the database was found to make commits durable, for start-up logs and benchmarks, such as {@code fsync=on}. */
    String durability();

    @Override
    void close();

    /**
     * An act of a person.
     *
     * @param person who
     * @param act what
     */
    record PersonAct(Recipient person, ConsentAct act) {}

    /**
     * The document in force for all nodes.
     *
     * @param revision its revision
     * @param hash its hash
     * @param text as written
     * @param since when it was activated
     */
    record ActivePolicy(long revision, String hash, String text, Instant since) {}

    /**
     * Tokens that were taken.
     *
     * @param tokens how many messages may go
     * @param in how long after the call the first may go; the others follow at the sender's rate
     * @param validFor how long the lease lasts after {@code in}; unused tokens are void then
     */
    record TokenLease(int tokens, Duration in, Duration validFor) {}
}
