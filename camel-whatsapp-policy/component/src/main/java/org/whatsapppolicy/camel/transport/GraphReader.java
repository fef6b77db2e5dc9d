package org.whatsapppolicy.camel.transport;

import org.apache.camel.CamelContext;
import org.apache.camel.Producer;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.token.AccessToken;

/** GETs of the platform, with a token that never becomes a header of an exchange. Thread-safe. */
public final class GraphReader {

    private static final int CONNECTIONS = 2;

    private final CamelContext context;
    private final long timeout;
    private @Nullable HttpComponent http;

    /** What is done with a producer that gets one URL; the query comes as {@code CamelHttpQuery}. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads. */
        T from(Producer reader) throws Exception;
    }

    /** @param timeout for an answer, in milliseconds */
    public GraphReader(CamelContext context, long timeout) {
        this.context = context;
        this.timeout = timeout;
    }

    /** Opens what it needs. */
    public void start() {
        HttpComponent own = OwnHttp.component(context, CONNECTIONS, timeout);
        own.setSkipControlHeaders(false);
        ServiceHelper.startService(own);
        http = own;
    }

    /** Closes it. */
    public void stop() {
        ServiceHelper.stopAndShutdownService(http);
        http = null;
    }

    /** Reads from one URL. Blocks. */
    public <T> T read(String url, AccessToken token, Reading<T> reading) throws Exception {
        HttpComponent own = http;
        if (own == null) {
            throw new IllegalStateException("stopped");
        }
        HttpEndpoint endpoint = OwnHttp.endpoint(own, url, "GET");
        endpoint.setHttpClientConfigurer(CompositeHttpConfigurer.combineConfigurers(
                endpoint.getHttpClientConfigurer(),
                builder -> builder.addRequestInterceptorLast(
                        (request, entity, c) -> request.setHeader("Authorization", "Bearer " + token.value()))));
        Producer reader = endpoint.createProducer();
        ServiceHelper.startService(endpoint, reader);
        try {
            return reading.from(reader);
        } finally {
            ServiceHelper.stopAndShutdownServices(reader, endpoint);
        }
    }
}
