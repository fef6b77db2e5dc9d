package org.whatsapppolicy.camel.transport;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What exceptions of HTTP clients say, without their texts, which may carry addresses. */
final class Problems {

    private Problems() {}

    static String name(@Nullable Throwable problem) {
        if (problem == null) {
            return "no answer";
        }
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    /** Whether no connection came to be, so that nothing can have been written. */
    static boolean refusedConnection(@Nullable Throwable problem) {
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (at instanceof ConnectException
                    || at instanceof UnknownHostException
                    || at instanceof NoRouteToHostException) {
                return true;
            }
            if (at.getCause() == at) {
                return false;
            }
        }
        return false;
    }
}
