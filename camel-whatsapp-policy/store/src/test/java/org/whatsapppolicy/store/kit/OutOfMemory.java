package org.whatsapppolicy.store.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a real pool, in whose use memory runs out once, where a test says. */
public final class OutOfMemory {

    private static final String NEVER = "\0";

    private final DataSource source;
    private final AtomicReference<String> next = new AtomicReference<>(NEVER);

    /** @param source stays the caller's */
    public OutOfMemory(DataSource source) {
        this.source = source;
    }

    /** Memory runs out before the next call of a connection that has these words in its name or in its SQL. */
    public void at(String words) {
        next.set(words);
    }

    /** The pool whose connections these are. */
    public DataSource source() {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    runOut(method, arguments);
                    try {
                        Object answer = method.invoke(real, arguments);
                        return method.getName().equals("getConnection") && type == DataSource.class
                                ? proxy(Connection.class, answer)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void runOut(Method method, @Nullable Object @Nullable [] arguments) {
        String called = method.getName() + " " + (arguments == null ? "" : arguments[0]);
        String words = next.get();
        if (called.contains(words) && next.compareAndSet(words, NEVER)) {
            throw new OutOfMemoryError("as the test says");
        }
    }
}
