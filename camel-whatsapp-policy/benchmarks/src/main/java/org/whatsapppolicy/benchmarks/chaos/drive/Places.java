package org.whatsapppolicy.benchmarks.chaos.drive;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places for what is asked of nodes: no more at one than that has threads for, so that whatever waits does so in the component and
 * not in the server before it. Safe for use by several threads.
 */
final class Places {

    private final int each;
    private final Map<String, Semaphore> nodes = new ConcurrentHashMap<>();

    /** @param each how many a node has */
    Places(int each) {
        this.each = each;
    }

    /** Waits for one at the node. */
    void take(String node) throws InterruptedException {
        of(node).acquire();
    }

    /** Gives one back that was taken. */
    void leave(String node) {
        of(node).release();
    }

    /** Whether the node has one left. */
    boolean left(String node) {
        return of(node).availablePermits() > 0;
    }

    /** Waits until all of the node's were given back; false when that took longer. */
    boolean empty(String node, Duration patience) throws InterruptedException {
        boolean all = of(node).tryAcquire(each, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (all) {
            of(node).release(each);
        }
        return all;
    }

    private Semaphore of(String node) {
        return nodes.computeIfAbsent(node, name -> new Semaphore(each));
    }
}
