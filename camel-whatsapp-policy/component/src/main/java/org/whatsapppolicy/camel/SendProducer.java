package org.whatsapppolicy.camel;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.send.SendResult;
import org.whatsapppolicy.camel.send.Waiter;
import org.whatsapppolicy.camel.transaction.RouteTransactions;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.message.Signal;

/** {@code whatsapp-policy:send}. */
final class SendProducer extends PolicyProducer implements Dependent {

    private static final Logger LOG = LoggerFactory.getLogger(SendProducer.class);

    private @Nullable RequestReader reader;
    private @Nullable Answers answers;
    private boolean dryRun;
    private boolean async;
    private volatile @Nullable RouteTransactions transactions;

    SendProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        WhatsAppPolicyConfiguration options = getEndpoint().getConfiguration();
        reader = new RequestReader(getEndpoint());
        answers = new Answers(options);
        dryRun = options.isDryRun();
        async = options.isAsync();
        if (options.isTransacted()) {
            follows(getEndpoint().service());
            getEndpoint().component().join(this);
        }
    }

    @Override
    public void follows(PolicyService service) {
        transactions = service.transactions();
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().component().leave(this);
        super.doStop();
    }

    @Override
    void begin(Exchange exchange, Runnable end) {
        PolicyService service = getEndpoint().service();
        RequestReader from = reader;
        Answers to = answers;
        RouteTransactions joined = transactions;
        if (from == null || to == null) {
            throw new IllegalStateException("the producer is not started");
        }
        Object body = from.body(exchange);
        Signal signal = from.signal(exchange, body);
        if (signal != null) {
            signal(exchange, from, to, signal, end);
            return;
        }
        SendRequest request = from.message(exchange, body);
        if (dryRun) {
            when(
                    service.messenger().check(request),
                    exchange,
                    end,
                    (e, decision) -> to.checked(e, request.id(), decision));
        } else if (joined != null) {
            tell(exchange, to, joined.take(request), end);
        } else if (async) {
            service.messenger().take(request, told(exchange, to, end));
        } else {
            service.messenger().send(request, told(exchange, to, end));
        }
    }

    @Override
    boolean onThreadOf(Exchange exchange) {
        return transactions != null || super.onThreadOf(exchange);
    }

    private void signal(Exchange exchange, RequestReader from, Answers to, Signal signal, Runnable end) {
        String purpose = from.purposeOrNull(exchange);
        String sender = from.senderOrNull(exchange);
        if (purpose == null && sender == null) {
            throw new IllegalArgumentException("sender: found none, neither as option nor as header "
                    + WhatsAppPolicyConstants.SENDER + ", nor a purpose that has one");
        }
        PolicyService service = getEndpoint().service();
        if (dryRun) {
            Answers.clear(exchange.getMessage());
            end.run();
            return;
        }
        service.messenger()
                .signal(service.ids().next(), signal, purpose == null ? "" : purpose, sender, told(exchange, to, end));
    }

    private Consumer<SendResult> told(Exchange exchange, Answers to, Runnable end) {
        Consumer<SendResult> told = result -> tell(exchange, to, result, end);
        return onThreadOf(exchange) ? new Waiter(told) : told;
    }

    private static void tell(Exchange exchange, Answers answers, SendResult result, Runnable end) {
        try {
            answers.tell(exchange, result);
            if (LOG.isDebugEnabled()) {
                LOG.debug("Message {}: {}", result.id(), result.getClass().getSimpleName());
            }
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
        } finally {
            end.run();
        }
    }
}
