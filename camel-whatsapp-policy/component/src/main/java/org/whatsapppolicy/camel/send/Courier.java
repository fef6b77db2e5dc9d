package org.whatsapppolicy.camel.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.transport.Delivery;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.ledger.CallbackData;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.GroupCommit;

/**
 * Carries one message from its decision to its outcome. It has a permit and a token in hand when it comes here, so that the
 * claim that an ALLOW gives is not spent on waiting (M-2).
 */
final class Courier {

    /** How often a message is decided anew at once, when a claim ran out, a token was renewed or the policy changed. */
    private static final int ROUNDS = 3;

    /** Where the message goes from here. */
    interface Ways {
        /** A permit is free again. */
        void release();

        /** Whether by the document of the moment it still leaves by that lane. */
        boolean leavesBy(Passage passage, Lane lane);

        /** It shall be decided anew, as a later attempt or by another document. */
        void again(Passage passage, int attempt, Instant taken);

        /** When a message that was decided then is no longer worth sending, or null for never. */
        @Nullable
        Instant expires(SendRequest request, Instant at);

        /** The platform took a message, as decided at that instant. */
        void accepted(Instant at);

        /** The store follows another document. */
        void stale(Passage passage, Admission.Stale stale);

        /** This is the end of it, for whoever waits. */
        void end(Passage passage, SendResult result);
    }

    private final GroupCommit commit;
    private final GroupCommit outcomes;
    private final Unsettled unsettled;
    private final Refusals refusals;
    private final Flights flights;
    private final Ways ways;
    private final int maxAttempts;
    private final LongSupplier nanos;

    /**
     * @param commit decides, and records the outcomes that routes wait for
     * @param outcomes records those of messages that were held
     */
    Courier(
            GroupCommit commit,
            GroupCommit outcomes,
            Unsettled unsettled,
            Refusals refusals,
            Flights flights,
            Ways ways,
            int maxAttempts,
            LongSupplier nanos) {
        this.commit = commit;
        this.outcomes = outcomes;
        this.unsettled = unsettled;
        this.refusals = refusals;
        this.flights = flights;
        this.ways = ways;
        this.maxAttempts = maxAttempts;
        this.nanos = nanos;
    }

    /** Decides with a permit and a token in hand, and delivers what is allowed. */
    void carry(Passage passage, Lane lane) {
        long before = nanos.getAsLong();
        Later.after(
                commit.decide(passage.request()),
                (admission, problem) -> guarded(passage, () -> go(passage, lane, admission, problem, before)));
    }

    /** The second half of that, once it was decided. */
    void go(Passage passage, Lane lane, @Nullable Admission admission, @Nullable Throwable problem, long before) {
        if (admission instanceof Admission.Decided decided && decided.decision().verdict() == Verdict.ALLOW) {
            if (ways.leavesBy(passage, lane)) {
                deliver(passage, lane, decided, before);
            } else {
                lane.tokens.giveBack();
                ways.release();
                putBack(passage, decided, true);
            }
            return;
        }
        lane.tokens.giveBack();
        ways.release();
        answer(passage, admission, problem);
    }

    /** A future swallows what is thrown at its end, and the message would never come to one. */
    void guarded(Passage passage, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            ways.end(passage, passage.failed(e));
        }
    }

    /** Ends the message with what the store said, when that is not ALLOW. */
    void answer(Passage passage, @Nullable Admission admission, @Nullable Throwable problem) {
        if (admission instanceof Admission.Decided decided) {
            ways.end(passage, new SendResult.Decided(decided.messageId(), decided.decision()));
        } else if (admission instanceof Admission.Repeated repeated) {
            ways.end(passage, new SendResult.Repeated(repeated.first()));
        } else if (admission instanceof Admission.Conflict conflict) {
            ways.end(passage, new SendResult.Conflict(passage.request().id(), conflict.key(), conflict.differs()));
        } else if (admission instanceof Admission.Stale stale && passage.rounds() < ROUNDS) {
            ways.stale(passage, stale);
        } else {
            Throwable cause =
                    problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
            ways.end(
                    passage,
                    passage.failed(cause == null ? new IllegalStateException("the policy changes too fast") : cause));
        }
    }

    /** Delivers what was allowed, its file first; permit and token are in hand. */
    void deliver(Passage passage, Lane lane, Admission.Decided decided, long before) {
        MediaUpload file = passage.request().content().upload();
        if (file == null || passage.mediaId() != null || decided.decision().fallback()) {
            post(passage, lane, decided, before);
            return;
        }
        Delivery upload = Delivery.ofFile(
                decided.messageId(),
                lane.sender.name(),
                lane.mediaUrl,
                file,
                lane.token(),
                before + claim(decided),
                nanos);
        flights.begin(
                upload,
                answer -> guarded(passage, () -> {
                    Landing failed = Landing.ofUpload(answer, decided);
                    if (failed == null) {
                        passage.uploaded(Objects.requireNonNull(Landing.mediaId(answer)));
                        post(passage, lane, decided, before);
                    } else {
                        ways.release();
                        landed(passage, lane, upload, decided, failed);
                    }
                }));
    }

    private void post(Passage passage, Lane lane, Admission.Decided decided, long before) {
        Delivery delivery = new Delivery(
                decided.messageId(),
                lane.sender.name(),
                lane.url,
                () -> Json.request(
                        Requests.written(passage, decided.decision()),
                        new CallbackData(decided.messageId(), decided.attempt())),
                lane.token(),
                before + claim(decided),
                nanos);
        flights.begin(delivery, answer -> {
            ways.release();
            guarded(passage, () -> landed(passage, lane, delivery, decided, Landing.of(answer, decided, maxAttempts)));
        });
    }

    /** Settles it, as soon as it is known whether there is another token should this one have been refused. */
    private void landed(Passage passage, Lane lane, Delivery delivery, Admission.Decided decided, Landing landing) {
        if (!landing.tokenRefused()) {
            settle(passage, decided, landing);
            return;
        }
        Later.after(
                lane.token().renewed(delivery.usedToken()),
                (another, problem) -> guarded(
                        passage,
                        () -> settle(
                                passage,
                                decided,
                                Boolean.TRUE.equals(another)
                                        ? landing.withAnotherToken(decided, maxAttempts)
                                        : landing)));
    }

    private static long claim(Admission.Decided decided) {
        return decided.sendBefore() == null
                ? TimeUnit.SECONDS.toNanos(1)
                : Duration.between(decided.decision().at(), decided.sendBefore())
                        .toNanos();
    }

    private void settle(Passage passage, Admission.Decided decided, Landing landed) {
        Instant expires = ways.expires(passage.request(), decided.decision().at());
        Landing landing = landed.to(passage.request().recipient(), decided).within(expires, decided);
        boolean again = landing.outcome() instanceof Outcome.NotBegun || landing.tokenRenewed();
        settle(passage, decided, landing, again);
    }

    private void settle(Passage passage, Admission.Decided decided, Landing landed, boolean again) {
        Landing landing = passage.request().content().upload() == null
                ? landed
                : landed.withoutHolding(again && passage.rounds() < ROUNDS, decided);
        Settlement settlement = new Settlement(decided.messageId(), decided.attempt(), landing.outcome());
        Later.after(
                refusals.heard(passage, decided, landing.outcome()),
                (done, problem) ->
                        guarded(passage, () -> settled(passage, decided, settlement, again, landing.result())));
    }

    private void settled(
            Passage passage, Admission.Decided decided, Settlement settlement, boolean again, SendResult result) {
        if (settlement.outcome() instanceof Outcome.Accepted) {
            ways.accepted(decided.decision().at());
        }
        Later.after(
                (passage.held ? outcomes : commit).settle(settlement),
                (done, problem) -> guarded(passage, () -> {
                    if (problem != null) {
                        unsettled.add(settlement);
                    }
                    if (again && problem == null && passage.rounds() < ROUNDS) {
                        if (passage.request().content().upload() == null) {
                            passage.stands(result);
                        }
                        ways.again(
                                passage,
                                decided.attempt() + 1,
                                decided.decision().at());
                    } else {
                        ways.end(passage, result);
                    }
                }));
    }

    /** What the store allowed and nobody can carry goes back: nothing was written. */
    void putBack(Passage passage, Admission.Decided decided, boolean again) {
        settle(passage, decided, Landing.notBegun(decided), again);
    }
}
