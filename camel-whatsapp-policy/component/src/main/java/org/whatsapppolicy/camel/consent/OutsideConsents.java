package org.whatsapppolicy.camel.consent;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.util.URISupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.handover.Outlets;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.decision.OutsideConsent;
import org.whatsapppolicy.policy.decision.SendRequest;

/**
 * Asks an endpoint for consent (M-10, S-14): before a decision, never under a lock, with a bound. The endpoint gets the
 * recipient as body and, with the purpose, as headers. Thread-safe.
 */
public final class OutsideConsents {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideConsents.class);

    private final Outlets outlets;
    private final Executor pool;
    private final ScheduledExecutorService timer;
    private final Supplier<Instant> now;
    private final long bound;
    /** Answers those who wait that there is none. */
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    /**
     * @param pool runs the endpoints, which may block
     * @param now the store's clock
     * @param bound how long to wait for an answer, in milliseconds
     */
    public OutsideConsents(
            CamelContext context, Executor pool, ScheduledExecutorService timer, Supplier<Instant> now, long bound) {
        this.outlets = new Outlets(context);
        this.pool = pool;
        this.timer = timer;
        this.now = now;
        this.bound = bound;
    }

    /** Asks. Completes normally in any case: what cannot be asked is {@code UNAVAILABLE}. */
    public CompletableFuture<OutsideConsent> ask(String uri, SendRequest request) {
        CompletableFuture<OutsideConsent> answer = new CompletableFuture<>();
        OutsideConsent unavailable =
                new OutsideConsent(OutsideConsent.Answer.UNAVAILABLE, null, URISupport.sanitizeUri(uri), null);
        Runnable none = () -> answer.complete(unavailable);
        open.add(none);
        ScheduledFuture<?> limit = timer.schedule(
                () -> {
                    if (answer.complete(unavailable)) {
                        LOG.debug("No answer about consent from {} within {} ms", unavailable.source(), bound);
                    }
                },
                bound,
                TimeUnit.MILLISECONDS);
        try {
            pool.execute(() -> ask(uri, request, answer, unavailable));
        } catch (RejectedExecutionException e) {
            answer.complete(unavailable);
        }
        return answer.whenComplete((a, x) -> {
            open.remove(none);
            limit.cancel(false);
        });
    }

    private void ask(
            String uri, SendRequest request, CompletableFuture<OutsideConsent> answer, OutsideConsent unavailable) {
        if (answer.isDone()) {
            // It waited here for longer than anybody waits for an answer.
            return;
        }
        try {
            AsyncProducer producer = outlets.to(uri);
            Exchange exchange = producer.getEndpoint().createExchange(ExchangePattern.InOut);
            exchange.getIn().setBody(text(request.recipient()));
            exchange.getIn().setHeader("CamelWhatsAppPolicyRecipient", text(request.recipient()));
            exchange.getIn().setHeader("CamelWhatsAppPolicyPurpose", request.purpose());
            if (request.context() != null) {
                exchange.getIn().setHeader("CamelWhatsAppPolicyContext", request.context());
            }
            producer.process(exchange, doneSync -> {
                try {
                    answer.complete(OutsideAnswer.read(exchange, unavailable, now));
                } catch (RuntimeException e) {
                    LOG.debug("An answer about consent from {} cannot be read: {}", unavailable.source(), e.toString());
                    answer.complete(unavailable);
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("{} cannot be asked about consent: {}", unavailable.source(), e.toString());
            answer.complete(unavailable);
        }
    }

    private static String text(Recipient recipient) {
        if (recipient instanceof PhoneNumber phone) {
            return phone.e164();
        }
        return recipient instanceof UserId user ? user.value() : "";
    }

    /** Closes what was opened, after the timer was shut down: who waits has the bound no more, and is answered now. */
    public void stop() {
        open.forEach(Runnable::run);
        outlets.stop();
    }
}
