package org.whatsapppolicy.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/** What all operations share: the exchange ends exactly once, on whatever path, and never blocks a Camel thread. */
abstract class PolicyProducer extends DefaultAsyncProducer {

    PolicyProducer(WhatsAppPolicyEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public final WhatsAppPolicyEndpoint getEndpoint() {
        return (WhatsAppPolicyEndpoint) super.getEndpoint();
    }

    /** Does its work; {@code end} is run exactly once afterwards. May throw before anything began. */
    abstract void begin(Exchange exchange, Runnable end) throws Exception;

    @Override
    public final boolean process(Exchange exchange, AsyncCallback callback) {
        return onThreadOf(exchange) ? waiting(exchange, callback) : going(exchange, callback);
    }

    /** Whether what follows must run on the thread that brought the exchange, as in a transaction, which belongs to it. */
    boolean onThreadOf(Exchange exchange) {
        return exchange.isTransacted();
    }

    /**
     * Where an exchange ends. What follows in its route may block, which is for the callbacks; who waits is told at once, since a
     * callback may be what waits.
     */
    final Executor endings(Exchange exchange) {
        return onThreadOf(exchange) ? Runnable::run : getEndpoint().service().callbacks();
    }

    private boolean going(Exchange exchange, AsyncCallback callback) {
        AtomicBoolean ended = new AtomicBoolean();
        try {
            begin(exchange, () -> {
                if (ended.compareAndSet(false, true)) {
                    callback.done(false);
                }
            });
            return false;
        } catch (Exception | Error e) {
            if (!ended.compareAndSet(false, true)) {
                return false;
            }
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private boolean waiting(Exchange exchange, AsyncCallback callback) {
        CountDownLatch latch = new CountDownLatch(1);
        try {
            begin(exchange, latch::countDown);
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.setException(e);
        } catch (Exception | Error e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    /** Tells the exchange what a future brings. */
    final <T> void when(CompletableFuture<T> future, Exchange exchange, Runnable end, BiConsumer<Exchange, T> tell) {
        when(future, exchange, endings(exchange), end, tell);
    }

    static <T> void when(
            CompletableFuture<T> future,
            Exchange exchange,
            Executor endings,
            Runnable end,
            BiConsumer<Exchange, T> tell) {
        CompletableFuture<T> unused = future.whenComplete((value, problem) -> {
            Runnable ending = () -> end(exchange, value, problem, end, tell);
            try {
                endings.execute(ending);
            } catch (RejectedExecutionException e) {
                // Stopped meanwhile; the exchange completes all the same.
                ending.run();
            }
        });
    }

    private static <T> void end(
            Exchange exchange,
            @Nullable T value,
            @Nullable Throwable problem,
            Runnable end,
            BiConsumer<Exchange, T> tell) {
        try {
            if (problem != null) {
                exchange.setException(unwrapped(problem));
            } else {
                tell.accept(exchange, value);
            }
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
        } finally {
            end.run();
        }
    }

    private static Throwable unwrapped(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }
}
