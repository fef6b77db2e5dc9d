package org.whatsapppolicy.camel.webhook;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.webhook.Understood.Heard;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals;
import org.whatsapppolicy.store.GroupReceive;
import org.whatsapppolicy.store.GroupReceive.Arriving;
import org.whatsapppolicy.store.GroupReceive.Recorded;
import org.whatsapppolicy.store.StoreUnavailableException;

/**
 * Takes what the platform posts: checks the signature over the raw bytes, records every event and acts on opt-outs, statuses and
 * windows in one transaction, and answers 200 only then (S-21, S-46). Never blocks its caller. Thread-safe.
 */
public final class Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private final Signature signature;
    private final Refusals refusals = new Refusals(System::nanoTime, LOG::warn);
    private final Handshake handshake;
    private final int most;
    private final GroupReceive<Recognised> group;
    private final Interpreter interpreter;
    private final Executor blocking;
    private final UnderWay underWay;
    private final Replies replies;
    private final Ear ear;
    private final Function<Collection<InboundEvent>, CompletableFuture<Void>> templates;

    /**
     * Makes a receiver.
     *
     * @param secrets of the app; more than one while it is rotated
     * @param verifyToken for the handshake
     * @param most bytes of a body
     * @param group takes deliveries into the store
     * @param policy the document in force
     * @param blocking runs what blocks on the store
     * @param underWay waits after an opt-out
     * @param replies what is answered by itself
     * @param ear notes that statuses come
     * @param takers who gets the events
     * @param templates gets what the platform told of templates, after that is recorded; must be quick, and done before the answer
     * @param portfolios the business portfolio of a phone number id, or an empty text when it is not known
     */
    public Receiver(
            List<String> secrets,
            String verifyToken,
            int most,
            GroupReceive<Recognised> group,
            Signals signals,
            Supplier<PolicyDocument> policy,
            Executor blocking,
            UnderWay underWay,
            Replies replies,
            Ear ear,
            EventTakers takers,
            Function<Collection<InboundEvent>, CompletableFuture<Void>> templates,
            Function<@Nullable String, String> portfolios) {
        this.signature = new Signature(secrets);
        this.handshake = new Handshake(verifyToken);
        this.most = most;
        this.group = group;
        this.interpreter = new Interpreter(signals, policy, takers, portfolios);
        this.blocking = blocking;
        this.underWay = underWay;
        this.replies = replies;
        this.ear = ear;
        this.templates = templates;
    }

    /** Answers the handshake of a subscription. */
    public Reply verify(@Nullable String mode, @Nullable String token, @Nullable String challenge) {
        return handshake.answer(mode, token, challenge);
    }

    /**
     * Takes a delivery in.
     *
     * @param body the bytes as they were posted
     * @param signed the header {@code X-Hub-Signature-256}
     * @param encoding the header {@code Content-Encoding}
     * @param done is told the answer, exactly once, on this or another thread
     */
    public void receive(byte[] body, @Nullable String signed, @Nullable String encoding, Consumer<Reply> done) {
        if (body.length > most) {
            done.accept(refusals.refused(Reply.TOO_LARGE));
            return;
        }
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            done.accept(refusals.refused(Reply.ENCODED));
            return;
        }
        if (!signature.signed(body, signed)) {
            done.accept(refusals.refused(Reply.FORGED));
            return;
        }
        Map<String, Object> delivery = Json.object(body);
        if (delivery == null) {
            done.accept(refusals.refused(Reply.NO_JSON));
            return;
        }
        take(body, delivery, done);
    }

    private void take(byte[] body, Map<String, Object> delivery, Consumer<Reply> done) {
        Understood understood = new Understood();
        Function<InstantSource, List<Arriving<Recognised>>> arriving;
        try {
            arriving = interpreter.read(body, delivery, understood);
        } catch (RuntimeException e) {
            recorded(understood, null, e, done);
            return;
        }
        CompletableFuture<Void> unused = group.receive(arriving).handle((recorded, problem) -> {
            recorded(understood, recorded, problem, done);
            return null;
        });
    }

    private void recorded(
            Understood understood, @Nullable Recorded recorded, @Nullable Throwable problem, Consumer<Reply> done) {
        if (recorded == null) {
            // The message of anything else might quote what somebody wrote.
            Object why = problem instanceof StoreUnavailableException away ? away.getMessage() : kind(problem);
            LOG.warn("A delivery was not recorded: {}", why);
            done.accept(Reply.AWAY);
            return;
        }
        understood.statuses().forEach(status -> ear.heard(status, recorded.at()));
        if (!understood.unknown().isEmpty()) {
            LOG.warn(
                    "A button was tapped whose payload names no purpose of the policy document, found {}: an opt-out ends"
                            + " everything then, an opt-in nothing (S-16). Correct the payload, or bring the purpose back",
                    understood.unknown());
        }
        if (understood.templates().isEmpty()) {
            taken(understood, recorded, done);
            return;
        }
        CompletableFuture<Void> unused = kept(understood.templates()).handle((kept, why) -> {
            if (why == null) {
                taken(understood, recorded, done);
            } else {
                LOG.warn("What was told of templates was not kept: {}", kind(why));
                done.accept(Reply.AWAY);
            }
            return null;
        });
    }

    private CompletableFuture<Void> kept(List<InboundEvent> news) {
        try {
            return templates.apply(news);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void taken(Understood understood, Recorded recorded, Consumer<Reply> done) {
        if (understood.optedOut().isEmpty() && understood.heard().isEmpty()) {
            done.accept(Reply.TAKEN);
            return;
        }
        Taken taken = new Taken(understood.optedOut(), understood.heard(), recorded.fresh());
        try {
            blocking.execute(() -> respond(taken, done));
        } catch (RejectedExecutionException e) {
            done.accept(Reply.AWAY);
        }
    }

    private void respond(Taken taken, Consumer<Reply> done) {
        if (taken.optedOut.isEmpty()) {
            answer(Reply.TAKEN, taken, done);
        } else {
            // Said to be taken only when no request to these people can begin any more (S-21).
            underWay.over(taken.optedOut, over -> answer(over ? Reply.TAKEN : Reply.UNDER_WAY, taken, done));
        }
    }

    private static String kind(@Nullable Throwable problem) {
        return problem == null ? "for no reason given" : problem.getClass().getName();
    }

    private void answer(Reply reply, Taken taken, Consumer<Reply> done) {
        done.accept(reply);
        if (reply.equals(Reply.TAKEN)) {
            taken.heard.forEach(one -> replies.to(one.event(), one.signal(), taken.fresh.get(one.receipt())));
        }
    }

    /**
     * A delivery that is recorded.
     *
     * @param fresh of each receipt, whether it was a first one
     */
    private record Taken(Set<Recipient> optedOut, List<Heard> heard, List<Boolean> fresh) {}
}
