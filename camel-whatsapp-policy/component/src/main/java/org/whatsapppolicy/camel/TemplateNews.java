package org.whatsapppolicy.camel;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.template.TemplateSync;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.document.Sender;
import org.whatsapppolicy.policy.inbound.InboundEvent;

/** When the templates are read from the platform: from time to time, and when it told that one changed (S-4). Thread-safe. */
final class TemplateNews {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateNews.class);
    private static final long AGAIN_MILLIS = 30_000;

    private final TemplateSync sync;
    private final Supplier<PolicyDocument> policy;
    private final Executor blocking;
    private final long intervalMillis;
    private final AtomicBoolean waiting = new AtomicBoolean();

    TemplateNews(TemplateSync sync, Supplier<PolicyDocument> policy, Executor blocking, long intervalMillis) {
        this.sync = sync;
        this.policy = policy;
        this.blocking = blocking;
        this.intervalMillis = intervalMillis;
    }

    /**
     * The platform told of some: what it told of declared ones is kept, and all others are read, once for many such news. Never
     * blocks.
     *
     * @return done when it is kept; at once when nothing is declared
     */
    CompletableFuture<Void> told(Collection<InboundEvent> news) {
        readSoon();
        Collection<Sender> senders = policy.get().senders().values();
        return TemplateSync.declares(senders)
                ? CompletableFuture.runAsync(() -> sync.told(news, senders), blocking)
                : CompletableFuture.completedFuture(null);
    }

    private void readSoon() {
        if (waiting.compareAndSet(false, true)) {
            try {
                blocking.execute(() -> {
                    waiting.set(false);
                    read();
                });
            } catch (RejectedExecutionException e) {
                waiting.set(false);
                LOG.debug("Templates are not read at once: {}", e.toString());
            }
        }
    }

    /** Reads them; after how many milliseconds to read them again, which is soon when not all could be read. Blocks. */
    long next() {
        return read() ? intervalMillis : Math.min(AGAIN_MILLIS, intervalMillis);
    }

    /** Reads them now; false when not all could be read. Blocks. */
    boolean read() {
        return sync.sync(policy.get().senders().values());
    }
}
