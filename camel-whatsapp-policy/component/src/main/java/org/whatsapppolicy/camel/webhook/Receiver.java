package org.whatsapppolicy.camel.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.camel.send.Later;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals;
import org.whatsapppolicy.policy.inbound.Told;
import org.whatsapppolicy.policy.inbound.WebhookReader;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreUnavailableException;

/**
 * Takes what the platform posts: checks the signature over the raw bytes, records every event and acts on opt-outs, statuses and
 * windows in one transaction, and answers 200 only then (S-21, S-46). Never blocks its caller. Thread-safe.
 */
public final class Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    /** How long the answer to an opt-out waits for what is under way (S-21). */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);

    private static final long LOOK_AGAIN = 20;

    private final Signature signature;
    private final Handshake handshake;
    private final int most;
    private final PolicyStore store;
    private final Signals signals;
    private final Executor blocking;
    private final Later timer;
    private final LongSupplier nanos;
    private final WebhookReader reader = new WebhookReader();
    private final EventTakers takers;
    private final Function<@Nullable String, String> portfolios;

    /**
     * Makes a receiver.
     *
     * @param secrets of the app; more than one while it is rotated
     * @param verifyToken for the handshake
     * @param most bytes of a body
     * @param blocking runs what blocks on the store
     * @param nanos a monotonic clock
     * @param takers who gets the events
     * @param portfolios the business portfolio of a phone number id, or an empty text when it is not known
     */
    public Receiver(
            List<String> secrets,
            String verifyToken,
            int most,
            PolicyStore store,
            Signals signals,
            Executor blocking,
            Later timer,
            LongSupplier nanos,
            EventTakers takers,
            Function<@Nullable String, String> portfolios) {
        this.signature = new Signature(secrets);
        this.handshake = new Handshake(verifyToken);
        this.most = most;
        this.store = store;
        this.signals = signals;
        this.blocking = blocking;
        this.timer = timer;
        this.nanos = nanos;
        this.takers = takers;
        this.portfolios = portfolios;
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
            done.accept(Reply.TOO_LARGE);
            return;
        }
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            done.accept(Reply.ENCODED);
            return;
        }
        if (!signature.signed(body, signed)) {
            done.accept(Reply.FORGED);
            return;
        }
        Map<String, Object> delivery = Json.object(body);
        if (delivery == null) {
            done.accept(Reply.NO_JSON);
            return;
        }
        try {
            blocking.execute(() -> take(delivery, done));
        } catch (RejectedExecutionException e) {
            done.accept(Reply.AWAY);
        }
    }

    private void take(Map<String, Object> delivery, Consumer<Reply> done) {
        Set<Recipient> optedOut = new HashSet<>();
        try {
            Instant now = store.now();
            List<Receipt> receipts = new ArrayList<>();
            for (InboundEvent event : reader.read(delivery)) {
                ConsentAct act = signals.of(event, now).act();
                if (act instanceof ConsentAct.Withdrawn) {
                    optedOut.addAll(event.addresses());
                }
                receipts.add(receipt(event, act, now));
            }
            store.inbox().receive(receipts);
            takers.ring();
        } catch (StoreUnavailableException e) {
            LOG.warn("A delivery was not recorded: {}", e.getMessage());
            done.accept(Reply.AWAY);
            return;
        } catch (RuntimeException e) {
            LOG.error("A delivery was not recorded: {}", e.getClass().getName());
            done.accept(Reply.AWAY);
            return;
        }
        if (optedOut.isEmpty()) {
            done.accept(Reply.TAKEN);
        } else {
            settled(optedOut, nanos.getAsLong(), done);
        }
    }

    private Receipt receipt(InboundEvent event, @Nullable ConsentAct act, Instant now) {
        Told told = event.told();
        boolean opens = told instanceof Told.Written written && written.opensWindow();
        Report report = null;
        if (told instanceof Told.Moved moved && moved.ours() != null) {
            int code = moved.codes().isEmpty() ? 0 : moved.codes().get(0);
            report = new Report(moved.ours(), moved.state(), moved.wamid(), code);
        }
        return new Receipt(
                event.key(),
                event.kind().word(),
                event.person(),
                opens ? notAfter(now, event.at()) : null,
                act,
                report,
                takers.wanted() ? Json.text(event.delivery()) : null,
                event.sighting(portfolios.apply(event.phoneNumberId()), now));
    }

    // A window that began in the future would end too late.
    private static @Nullable Instant notAfter(Instant now, @Nullable Instant at) {
        return at != null && at.isAfter(now) ? now : at;
    }

    /** Answers when no request to these people can begin any more (S-21). */
    private void settled(Set<Recipient> people, long since, Consumer<Reply> done) {
        try {
            if (store.inbox().underWay(people).isEmpty()) {
                done.accept(Reply.TAKEN);
            } else if (nanos.getAsLong() - since >= LONGEST_WAIT.toNanos()) {
                done.accept(Reply.UNDER_WAY);
            } else {
                timer.in(LOOK_AGAIN, TimeUnit.MILLISECONDS, () -> blocking.execute(() -> settled(people, since, done)));
            }
        } catch (RuntimeException e) {
            // What was recorded stays, and the platform's repetition is recognised.
            LOG.warn("It is not known what is under way to a person who opted out: {}", e.toString());
            done.accept(Reply.UNDER_WAY);
        }
    }
}
