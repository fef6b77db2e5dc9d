package org.whatsapppolicy.camel.transport;

import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** Chooses the transport by the component's option. */
public final class Transports {

    private Transports() {}

    /**
     * The transport of that name.
     *
     * @param name null or {@code http}: the built-in one on camel-http; {@code vertx-http}: the built-in one on
     *     camel-vertx-http; anything else is the URI of an endpoint
     * @param pool runs requests that block
     * @param connections how many requests at once at most
     * @param timeout for the answer, in milliseconds
     */
    public static Transport of(
            @Nullable String name, CamelContext context, Executor pool, int connections, long timeout) {
        if (name == null || name.isBlank() || name.equals("http") || name.equals("camel-http")) {
            return new HttpTransport(context, pool, connections, timeout);
        }
        if (name.equals("vertx-http") || name.equals("camel-vertx-http")) {
            try {
                return new VertxTransport(context, pool, connections, timeout);
            } catch (NoClassDefFoundError e) {
                throw new IllegalArgumentException(
                        "transport=vertx-http needs org.apache.camel:camel-vertx-http on the class path", e);
            }
        }
        if (!name.contains(":")) {
            throw new IllegalArgumentException("transport: found " + name
                    + ", expected http, vertx-http or the URI of an endpoint such as direct:my-transport");
        }
        return new EndpointTransport(context, pool, name);
    }
}
