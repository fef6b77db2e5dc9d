package org.whatsapppolicy.camel.send;

import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.document.Sender;

/** One sender's way out: its address, its token, its rate, and who waits for it. Nobody leaves by it before its token is read. */
final class Lane {

    /** After a failure nobody asks for its token again for so long. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    /** One who reads its token and takes longer keeps nobody from trying. */
    private static final long HANGS = TimeUnit.MINUTES.toNanos(1);

    final Sender sender;
    final String url;
    final String mediaUrl;
    final Tokens tokens;
    final ConcurrentSkipListSet<Passage> queue = new ConcurrentSkipListSet<>();
    final AtomicBoolean alarm = new AtomicBoolean();
    private final AtomicInteger drains = new AtomicInteger();
    private volatile @Nullable AccessToken token;
    private int tries;
    private long again;

    /** @param number address of the sender's number, without a slash at the end */
    Lane(Sender sender, String number) {
        this.sender = sender;
        this.url = number + "/messages";
        this.mediaUrl = number + "/media";
        this.tokens = new Tokens(sender.throughput());
    }

    boolean isOpen() {
        return token != null;
    }

    /** Only of one that is open. */
    AccessToken token() {
        return Objects.requireNonNull(token, "the lane is not open");
    }

    synchronized void open(AccessToken read) {
        if (token == null) {
            token = read;
        }
    }

    /** The number of the try when the caller shall read its token, or 0: one at a time, and not again at once after a failure. */
    synchronized int mayOpen(long now) {
        if (token != null || (tries > 0 && now - again < 0)) {
            return 0;
        }
        again = now + HANGS;
        return ++tries;
    }

    /** Its token could not be read. False when another try, begun since, may have better luck. */
    synchronized boolean notOpened(int number, long now) {
        if (number != tries) {
            return false;
        }
        again = now + PAUSE;
        return true;
    }

    /** Runs {@code drain} unless another thread does; that one then runs it again. */
    void drained(Runnable drain) {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                drain.run();
            } catch (RuntimeException | Error e) {
                // Or whoever comes next would leave it to a thread that is gone.
                drains.set(0);
                throw e;
            }
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }
}
