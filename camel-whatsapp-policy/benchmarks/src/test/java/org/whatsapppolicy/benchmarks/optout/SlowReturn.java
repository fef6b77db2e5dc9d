package org.whatsapppolicy.benchmarks.optout;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.whatsapppolicy.store.PolicyStore;

/** A store whose decisions are known a while after their commit, as on a node that collects garbage at the wrong moment. */
final class SlowReturn {

    private static final int LONGEST = 250;

    private SlowReturn() {}

    static PolicyStore of(PolicyStore store) {
        Random random = new Random(1);
        return (PolicyStore) Proxy.newProxyInstance(
                PolicyStore.class.getClassLoader(), new Class<?>[] {PolicyStore.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("round") || method.getName().equals("decide")) {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST)));
                        }
                    }
                });
    }
}
