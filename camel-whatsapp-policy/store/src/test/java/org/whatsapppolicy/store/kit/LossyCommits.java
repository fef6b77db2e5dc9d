package org.whatsapppolicy.store.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a real pool on which the answers to commits get lost as a test says. */
public final class LossyCommits {

    /** What becomes of a commit. */
    public enum Fate {
        /** It is done and heard. */
        HEARD,
        /** It is done, and the connection breaks before the answer. */
        DONE_UNHEARD,
        /** It is done, the connection breaks, and there is no other. */
        DONE_AND_AWAY,
        /** The connection breaks before it is done. */
        UNDONE,
        /** The same, and there is no other connection. */
        UNDONE_AND_AWAY
    }

    private final DataSource source;
    private final Queue<Fate> next = new ArrayDeque<>();
    private volatile boolean away;

    /** @param source stays the caller's */
    public LossyCommits(DataSource source) {
        this.source = source;
    }

    /** What becomes of the next commits; later ones are heard. */
    public synchronized void next(Fate... fates) {
        next.addAll(List.of(fates));
    }

    /** Whether there are connections. */
    public void away(boolean now) {
        away = now;
    }

    /** The pool that loses them. */
    public DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return method.invoke(source, arguments);
            }
            if (away) {
                throw new SQLException("the database is away", "08001");
            }
            return lossy(source.getConnection());
        });
    }

    private Connection lossy(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            if (!method.getName().equals("commit")) {
                return method.invoke(real, arguments);
            }
            Fate fate = fate();
            if (fate != Fate.UNDONE && fate != Fate.UNDONE_AND_AWAY) {
                real.commit();
            }
            if (fate != Fate.HEARD) {
                away = fate == Fate.DONE_AND_AWAY || fate == Fate.UNDONE_AND_AWAY;
                real.abort(Runnable::run);
                throw new SQLException("the connection broke", "08006");
            }
            return null;
        });
    }

    private synchronized Fate fate() {
        Fate fate = next.poll();
        return fate == null ? Fate.HEARD : fate;
    }

    private interface Call {
        @Nullable
        Object made(Method method, @Nullable Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                LossyCommits.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.made(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
