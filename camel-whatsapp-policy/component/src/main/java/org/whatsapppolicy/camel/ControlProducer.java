package org.whatsapppolicy.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UnreadableRecipient;
import org.whatsapppolicy.policy.decision.Stop;

/** {@code whatsapp-policy:control}: the red button, and what stands stopped. */
final class ControlProducer extends PolicyProducer {

    private @Nullable OrderReader orders;
    private @Nullable RequestReader people;
    private ControlAction action = ControlAction.STATUS;

    ControlProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CamelContext camel = getEndpoint().getCamelContext();
        orders = new OrderReader(
                camel,
                getEndpoint().getConfiguration(),
                getEndpoint().getConsent(),
                getEndpoint().getControl());
        people = new RequestReader(getEndpoint());
        action = ControlAction.of(getEndpoint().getConsent().getAction());
    }

    @Override
    void begin(Exchange exchange, Runnable end) {
        OrderReader reader = orders;
        if (reader == null) {
            throw new IllegalStateException("the producer is not started");
        }
        PolicyControl control = getEndpoint().service().control();
        if (action == ControlAction.STATUS) {
            later(control::stops, exchange, end, ControlProducer::tell);
        } else {
            later(order(reader, exchange, control), exchange, end, (e, changed) -> e.getMessage()
                    .setHeader(WhatsAppPolicyConstants.EFFECT, changed ? "applied" : "unchanged"));
        }
    }

    private Supplier<Boolean> order(OrderReader reader, Exchange exchange, PolicyControl control) {
        if (action == ControlAction.SETTLE) {
            OrderReader.Settling settling = reader.settling(exchange);
            return () -> control.settle(settling.message(), settling.sent(), settling.by(), settling.why());
        }
        if (action == ControlAction.RELEASE) {
            Recipient person = person(exchange);
            OrderReader.Signed signed = reader.signed(exchange);
            return () -> control.release(person, signed.by(), signed.why());
        }
        OrderReader.Order order = reader.read(exchange);
        return action == ControlAction.STOP
                ? () -> control.stopSending(order.scope(), order.by(), order.why())
                : () -> control.resumeSending(order.scope(), order.by(), order.why());
    }

    private Recipient person(Exchange exchange) {
        RequestReader reader = people;
        if (reader == null) {
            throw new IllegalStateException("the producer is not started");
        }
        Recipient person = reader.person(exchange);
        if (person instanceof UnreadableRecipient nobody) {
            throw new IllegalArgumentException("recipient: " + nobody.problem() + "; expected whose answer was read");
        }
        return person;
    }

    private <T> void later(Supplier<T> work, Exchange exchange, Runnable end, BiConsumer<Exchange, T> tell) {
        PolicyService service = getEndpoint().service();
        when(CompletableFuture.supplyAsync(work, service.blocking()), exchange, end, tell);
    }

    private static void tell(Exchange exchange, List<Stop> stops) {
        exchange.getMessage()
                .setBody(stops.stream()
                        .map(stop -> Map.of(
                                "scope", stop.scope(),
                                "since", stop.since().toString(),
                                "by", stop.by(),
                                "why", stop.why()))
                        .toList());
    }
}
