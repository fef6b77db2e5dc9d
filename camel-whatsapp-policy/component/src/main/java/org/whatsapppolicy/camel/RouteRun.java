package org.whatsapppolicy.camel;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultConsumer;

/** One durable event through the route of a consumer. */
final class RouteRun {

    private static final String AGAIN = "The route could not take an event; it gets it again";

    private RouteRun() {}

    /** Whether the route took it; what went wrong is told to the consumer's exception handler. */
    static boolean through(DefaultConsumer consumer, Consumer<Message> fill) {
        Exchange exchange = consumer.createExchange(false);
        try {
            fill.accept(exchange.getMessage());
            consumer.getProcessor().process(exchange);
            Exception problem = exchange.getException();
            if (problem != null && !exchange.isRouteStop()) {
                consumer.getExceptionHandler().handleException(AGAIN, exchange, problem);
                return false;
            }
            return true;
        } catch (Exception e) {
            consumer.getExceptionHandler().handleException(AGAIN, exchange, e);
            return false;
        } finally {
            consumer.releaseExchange(exchange, false);
        }
    }
}
