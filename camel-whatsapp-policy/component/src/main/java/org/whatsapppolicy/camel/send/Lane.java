package org.whatsapppolicy.camel.send;

import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.whatsapppolicy.camel.token.AccessToken;
import org.whatsapppolicy.policy.document.Sender;

/** One sender's way out: its address, its token, its rate, and who waits for it. */
final class Lane {

    final Sender sender;
    final String url;
    final String mediaUrl;
    final AccessToken token;
    final Tokens tokens;
    final ConcurrentSkipListSet<Passage> queue = new ConcurrentSkipListSet<>();
    final AtomicBoolean alarm = new AtomicBoolean();
    private final AtomicInteger drains = new AtomicInteger();

    /** @param number address of the sender's number, without a slash at the end */
    Lane(Sender sender, String number, AccessToken token) {
        this.sender = sender;
        this.url = number + "/messages";
        this.mediaUrl = number + "/media";
        this.token = token;
        this.tokens = new Tokens(sender.throughput());
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
