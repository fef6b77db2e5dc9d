package org.whatsapppolicy.camel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** Has one secret, and takes until it is told to before it gives it. */
final class HangingVault implements PropertiesSource {

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private final String secret;

    HangingVault(String name, String secret) {
        this.name = name;
        this.secret = secret;
    }

    /** From now on it gives it at once. */
    void answer() {
        answer.countDown();
    }

    /** How many have asked for it. */
    int asked() {
        return asked.get();
    }

    @Override
    public String getName() {
        return "vault";
    }

    @Override
    public @Nullable String getProperty(String wanted) {
        if (!wanted.equals(name)) {
            return null;
        }
        asked.incrementAndGet();
        try {
            if (!answer.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody lets " + name + " be read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return secret;
    }
}
