package org.whatsapppolicy.camel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes {@code CamelWhatsAppPolicy*} headers away from exchanges that come into a route from outside, before its first step:
 * whoever can put a message on a queue must not choose its purpose. What other routes of the same process hand over keeps
 * them; those few that the component's {@code allowedHeaders} names may come from anywhere.
 */
final class OutsideHeaders extends RoutePolicySupport implements RoutePolicyFactory {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideHeaders.class);
    private static final String PREFIX = "CamelWhatsAppPolicy";
    /** Only a route of this process can be at the other end of these. */
    private static final Set<String> INSIDE =
            Set.of("direct", "seda", "disruptor", "disruptor-vm", "kamelet", "stub", "whatsapp-policy");

    private final CamelContext context;

    OutsideHeaders(CamelContext context) {
        this.context = context;
    }

    /** Watches the routes that the context gets from now on, once. */
    static void watch(CamelContext context) {
        boolean watched = context.getRoutePolicyFactories().stream().anyMatch(OutsideHeaders.class::isInstance);
        if (!watched) {
            context.addRoutePolicyFactory(new OutsideHeaders(context));
        }
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camelContext, String routeId, NamedNode route) {
        return this;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        if (inside(route.getEndpoint()) || !exchange.getIn().hasHeaders()) {
            return;
        }
        List<String> found = exchange.getIn().getHeaders().keySet().stream()
                .filter(OutsideHeaders::ours)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        Set<String> allowed = allowed();
        for (String name : found) {
            if (!allowed.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getIn().removeHeader(name);
                LOG.debug("Route {}: header {} came from outside and was dropped", route.getRouteId(), name);
            }
        }
    }

    private static boolean inside(Endpoint from) {
        String uri = from.getEndpointUri();
        int colon = uri.indexOf(':');
        return colon > 0 && INSIDE.contains(uri.substring(0, colon));
    }

    private static boolean ours(String name) {
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** Asked late, because routes may be there before the component is. */
    private Set<String> allowed() {
        Component component = context.hasComponent("whatsapp-policy");
        String names = component instanceof WhatsAppPolicyComponent ours ? ours.getAllowedHeaders() : "";
        return Stream.of(names.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
