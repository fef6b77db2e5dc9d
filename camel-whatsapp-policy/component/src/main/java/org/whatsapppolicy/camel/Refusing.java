package org.whatsapppolicy.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * A pool that refuses what it cannot take, also when no thread can be started: by itself it throws an error then. Whoever gives work
 * to a pool has an answer to a refusal, which comes at the stop too, and an exchange would have no end after an error.
 *
 * @param pool is shut down by somebody else
 */
record Refusing(ExecutorService pool) implements Executor {

    @Override
    public void execute(Runnable work) {
        try {
            pool.execute(work);
        } catch (Error e) {
            throw new RejectedExecutionException("no thread can be started just now", e);
        }
    }
}
