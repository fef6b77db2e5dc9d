package org.whatsapppolicy.camel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** Has one secret, and takes until it is told to before it gives it. */
final class HangingVault implements PropertiesSource {

    private final CountDownLatch answer = new CountDownLatch(1);
    private final String name;
    private final String secret;
    private volatile boolean asked;

    HangingVault(String name, String secret) {
        this.name = name;
        this.secret = secret;
    }

    /** Whether somebody waits or waited for it. */
    boolean asked() {
        return asked;
    }

    /** From now on it gives it at once. */
    void answer() {
        answer.countDown();
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
        asked = true;
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
