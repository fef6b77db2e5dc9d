package org.whatsapppolicy.camel.handover;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceHelper;

/** Endpoints that a document or an option names, each opened when it is first asked for. Thread-safe. */
public final class Outlets {

    private final CamelContext context;
    private final Map<String, AsyncProducer> producers = new ConcurrentHashMap<>();

    public Outlets(CamelContext context) {
        this.context = context;
    }

    /**
     * The way to that endpoint.
     *
     * @throws RuntimeCamelException when there is no such endpoint, or it cannot be written to
     */
    public AsyncProducer to(String uri) {
        return producers.computeIfAbsent(uri, this::opened);
    }

    private AsyncProducer opened(String uri) {
        try {
            Endpoint endpoint = context.getEndpoint(uri);
            AsyncProducer producer = endpoint.createAsyncProducer();
            ServiceHelper.startService(endpoint, producer);
            return producer;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    /** Closes what was opened. */
    public void stop() {
        producers.values().forEach(ServiceHelper::stopAndShutdownService);
        producers.clear();
    }
}
