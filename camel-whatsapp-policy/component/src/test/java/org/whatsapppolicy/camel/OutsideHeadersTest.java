package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.junit.jupiter.api.Test;

/** S-42: headers of ours that come from outside are dropped before the route unless they are allowed by name. */
class OutsideHeadersTest {

    private static final Map<String, Object> HEADERS =
            Map.of("CamelWhatsAppPolicyPurpose", "offers", "camelwhatsapppolicyrecipient", "+1", "CustomerId", "17");

    private final BlockingQueue<Map<String, Object>> seen = new LinkedBlockingQueue<>();

    @Test
    void a_route_that_was_there_before_the_component_gets_none_of_them() throws Exception {
        try (DefaultCamelContext context = context()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("queue:orders").to("direct:next");
                    from("direct:next").process(OutsideHeadersTest.this::look);
                }
            });
            context.start();

            deliver(context, "queue:orders");

            assertThat(look()).containsOnlyKeys("CustomerId");
        }
    }

    @Test
    void those_allowed_by_name_come_through() throws Exception {
        try (DefaultCamelContext context = context()) {
            context.addComponent("whatsapp-policy", new Idle("CamelWhatsAppPolicyPurpose, CamelWhatsAppPolicyContext"));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("queue:orders").process(OutsideHeadersTest.this::look);
                }
            });
            context.start();

            deliver(context, "queue:orders");

            assertThat(look()).containsOnlyKeys("CustomerId", "CamelWhatsAppPolicyPurpose");
        }
    }

    @Test
    void what_routes_of_the_same_process_hand_over_stays() throws Exception {
        try (DefaultCamelContext context = context()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("queue:orders")
                            .setHeader(WhatsAppPolicyConstants.PURPOSE, constant("slip"))
                            .to("seda:next");
                    from("seda:next").process(OutsideHeadersTest.this::look);
                }
            });
            context.start();

            deliver(context, "queue:orders");

            assertThat(look())
                    .containsEntry(WhatsAppPolicyConstants.PURPOSE, "slip")
                    .doesNotContainKey("camelwhatsapppolicyrecipient");
        }
    }

    private void look(Exchange exchange) {
        seen.add(Map.copyOf(exchange.getMessage().getHeaders()));
    }

    private Map<String, Object> look() throws InterruptedException {
        Map<String, Object> headers = seen.poll(10, TimeUnit.SECONDS);
        assertThat(headers).isNotNull();
        return headers;
    }

    private static DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext(false);
        context.setApplicationContextClassLoader(OutsideHeadersTest.class.getClassLoader());
        context.addComponent("queue", new Queue());
        return context;
    }

    /** As a broker would. */
    private static void deliver(DefaultCamelContext context, String uri) throws Exception {
        Exchange exchange = context.getEndpoint(uri).createExchange();
        exchange.getIn().setHeaders(new HashMap<>(HEADERS));
        ((Broker) context.getEndpoint(uri)).taker().process(exchange);
    }

    /** The component with its options alone. */
    private static final class Idle extends WhatsAppPolicyComponent {
        Idle(String allowed) {
            setAllowedHeaders(allowed);
        }

        @Override
        protected void doStart() {
            // There is no policy to start with here.
        }
    }

    /** A stand-in for JMS or Kafka: hands over what it is given, headers and all. */
    private static final class Queue extends DefaultComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            return new Broker(uri, this);
        }
    }

    private static final class Broker extends DefaultEndpoint {
        private Processor taker = exchange -> {};

        Broker(String uri, Component component) {
            super(uri, component);
        }

        Processor taker() {
            return taker;
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            taker = processor;
            return new DefaultConsumer(this, processor);
        }
    }
}
