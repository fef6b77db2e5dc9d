package org.whatsapppolicy.camel.upkeep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.json.Json;
import org.whatsapppolicy.store.Upkeep.Kind;

/**
 * The endpoint that gets what is about to be removed: one exchange a batch, its body JSON lines. What it did not take is not
 * removed, and comes again.
 */
final class Archive {

    /** What the lines are: {@code payload} or {@code decision}. */
    static final String ARCHIVED = "CamelWhatsAppPolicyArchived";
    /** How many lines there are. */
    static final String COUNT = "CamelWhatsAppPolicyArchivedCount";

    private final CamelContext context;
    private final @Nullable String uri;
    private final long patienceMillis;
    private @Nullable ProducerTemplate template;

    /**
     * @param uri where to, or null for nowhere
     * @param patienceMillis how long a batch is waited for
     */
    Archive(CamelContext context, @Nullable String uri, long patienceMillis) {
        this.context = context;
        this.uri = uri;
        this.patienceMillis = patienceMillis;
    }

    /**
     * Looks whether there is such an endpoint: otherwise that would only show when the first row is past its retention.
     *
     * @throws IllegalArgumentException when there is none
     */
    void check() {
        if (uri == null) {
            return;
        }
        try {
            Endpoint unused = context.getEndpoint(uri);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "archiveTo: found " + URISupport.sanitizeUri(uri)
                            + ", which Camel cannot open; expected the URI of an endpoint such as"
                            + " file:/var/archive?fileName=ledger.jsonl&fileExist=Append, with its component on the class path",
                    e);
        }
    }

    boolean wants(Kind kind) {
        return uri != null && (kind == Kind.PAYLOAD || kind == Kind.DECISION);
    }

    /** @throws IllegalStateException when it did not take all of them */
    void take(Kind kind, List<Map<String, Object>> told) {
        if (told.isEmpty()) {
            return;
        }
        ProducerTemplate sender = template == null ? context.createProducerTemplate() : template;
        template = sender;
        String lines = told.stream().map(Json::text).collect(Collectors.joining("\n", "", "\n"));
        Exchange exchange = context.getEndpoint(uri).createExchange();
        exchange.getIn().setBody(lines);
        exchange.getIn().setHeader(ARCHIVED, kind.name().toLowerCase(Locale.ROOT));
        exchange.getIn().setHeader(COUNT, told.size());
        Throwable problem;
        try {
            Exchange done =
                    sender.asyncSend(context.getEndpoint(uri), exchange).get(patienceMillis, TimeUnit.MILLISECONDS);
            problem = done.getException();
            if (problem == null && !done.isRollbackOnly()) {
                return;
            }
        } catch (ExecutionException e) {
            problem = e.getCause();
        } catch (TimeoutException e) {
            problem = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = e;
        }
        // What the endpoint says may quote the lines.
        throw new IllegalStateException("archiveTo did not take " + told.size() + " lines ("
                + (problem == null ? "rolled back" : problem.getClass().getName())
                + "): nothing of them is removed, they come again");
    }

    void stop() {
        ProducerTemplate sender = template;
        if (sender != null) {
            sender.stop();
        }
    }
}
