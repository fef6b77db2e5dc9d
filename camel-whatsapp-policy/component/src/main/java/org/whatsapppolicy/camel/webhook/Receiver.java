package org.whatsapppolicy.camel.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.inbound.EventKind;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals;
import org.whatsapppolicy.policy.inbound.Signals.Signal;
import org.whatsapppolicy.policy.inbound.WebhookReader;
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

    private static final Set<EventKind> OF_TEMPLATES = Set.of(
            EventKind.TEMPLATE_STATUS,
            EventKind.TEMPLATE_QUALITY,
            EventKind.TEMPLATE_CATEGORY,
            EventKind.TEMPLATE_TEXT);

    private final Signature signature;
    private final Refusals refusals = new Refusals(System::nanoTime, LOG::warn);
    private final Handshake handshake;
    private final int most;
    private final GroupReceive<Recognised> group;
    private final Signals signals;
    private final Executor blocking;
    private final Supplier<PolicyDocument> policy;
    private final UnderWay underWay;
    private final Replies replies;
    private final Ear ear;
    private final WebhookReader reader = new WebhookReader();
    private final EventTakers takers;
    private final Function<Collection<InboundEvent>, CompletableFuture<Void>> templates;
    private final Receipts receipts;

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
        this.signals = signals;
        this.blocking = blocking;
        this.policy = policy;
        this.underWay = underWay;
        this.replies = replies;
        this.ear = ear;
        this.takers = takers;
        this.templates = templates;
        this.receipts = new Receipts(portfolios);
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
        Understood understood = new Understood(
                new HashSet<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        Function<InstantSource, List<Arriving<Recognised>>> arriving;
        try {
            arriving = read(body, delivery, understood);
        } catch (RuntimeException e) {
            recorded(understood, null, e, done);
            return;
        }
        CompletableFuture<Void> unused = group.receive(arriving).handle((recorded, problem) -> {
            recorded(understood, recorded, problem, done);
            return null;
        });
    }

    /** All that needs no clock is done by as many threads as there are deliveries: the writer is one for all. */
    private Function<InstantSource, List<Arriving<Recognised>>> read(
            byte[] body, Map<String, Object> delivery, Understood understood) {
        List<InboundEvent> events = reader.read(delivery);
        String whole = events.size() == 1 ? Json.asPosted(body) : null;
        boolean wanted = takers.wanted();
        List<Read> read = new ArrayList<>();
        boolean timed = false;
        for (InboundEvent event : events) {
            Recognised recognised = new Recognised(event, signals.words(event));
            timed |= Signals.timed(event, recognised.words());
            String payload = wanted && whole == null ? Json.text(event.delivery()) : whole;
            read.add(new Read(recognised, wanted ? payload : null));
        }
        if (timed) {
            return clock -> arriving(read, clock.instant(), understood);
        }
        List<Arriving<Recognised>> arriving = arriving(read, null, understood);
        return clock -> arriving;
    }

    /** @param clock what the store's clock shows, or null when every event tells all that matters of its time */
    private List<Arriving<Recognised>> arriving(List<Read> events, @Nullable Instant clock, Understood understood) {
        List<Arriving<Recognised>> arriving = new ArrayList<>();
        for (Read read : events) {
            InboundEvent event = read.recognised.event();
            Instant now = clock == null ? Objects.requireNonNull(event.at()) : clock;
            Signal signal = signals.of(event, read.recognised.words(), policy.get(), now);
            if (signal.optsOut()) {
                understood.optedOut.addAll(event.addresses());
            }
            if (OF_TEMPLATES.contains(event.kind())) {
                understood.templates.add(event);
            }
            if (signal.unknown() != null) {
                understood.unknown.add(signal.unknown());
            }
            if (event.kind() == EventKind.STATUS) {
                understood.statuses.add(event);
            }
            if (signal.answer() != null) {
                understood.heard.add(new Heard(event, signal, arriving.size()));
            }
            arriving.add(new Arriving<>(receipts.of(event, signal, read.payload, now), read.recognised));
            receipts.more(event, signal.acts(), now).forEach(one -> arriving.add(new Arriving<>(one, null)));
        }
        return arriving;
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
        understood.statuses.forEach(status -> ear.heard(status, recorded.at()));
        if (!understood.unknown.isEmpty()) {
            LOG.warn(
                    "A button was tapped whose payload names no purpose of the policy document, found {}: an opt-out ends"
                            + " everything then, an opt-in nothing (S-16). Correct the payload, or bring the purpose back",
                    understood.unknown);
        }
        if (understood.templates.isEmpty()) {
            taken(understood, recorded, done);
            return;
        }
        CompletableFuture<Void> unused = kept(understood.templates).handle((kept, why) -> {
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
        if (understood.optedOut.isEmpty() && understood.heard.isEmpty()) {
            done.accept(Reply.TAKEN);
            return;
        }
        Taken taken = new Taken(understood.optedOut, understood.heard, recorded.fresh());
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
            taken.heard.forEach(one -> replies.to(one.event, one.signal, taken.fresh.get(one.receipt)));
        }
    }

    /**
     * An event as far as it is understood without a clock.
     *
     * @param payload what is kept of it for the route, or null when there is none
     */
    private record Read(Recognised recognised, @Nullable String payload) {}

    /** What is filled while a delivery is read. */
    private record Understood(
            Set<Recipient> optedOut,
            List<Heard> heard,
            List<InboundEvent> templates,
            Set<String> unknown,
            List<InboundEvent> statuses) {}

    /**
     * A delivery that is recorded.
     *
     * @param fresh of each receipt, whether it was a first one
     */
    private record Taken(Set<Recipient> optedOut, List<Heard> heard, List<Boolean> fresh) {}

    /**
     * What the policy may answer by itself.
     *
     * @param receipt which of the receipts it is
     */
    private record Heard(InboundEvent event, Signal signal, int receipt) {}
}
