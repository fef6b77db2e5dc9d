package org.whatsapppolicy.simulator.http;

import org.jspecify.annotations.Nullable;

/**
 * {@code /v23.0/<id>[/<edge>]}, taken apart without regular expressions as it stands on the hot path. Without a version
 * the oldest live one answers, which here is the same as any other.
 *
 * @param version with the v; empty where the client named none
 * @param edge empty when the path ends with the id
 */
record GraphPath(String version, String id, String edge) {

    private static final int OLDEST = 13;
    private static final int NEWEST = 26;

    /** Null when the path is none of the Graph API's. */
    static @Nullable GraphPath parse(String path) {
        int first = path.indexOf('/', 1);
        if (!versioned(path)) {
            return path.length() < 2 ? null : behind("", path, 0, first);
        }
        String version = first < 0 ? "" : path.substring(1, first);
        return served(version) ? behind(version, path, first, path.indexOf('/', first + 1)) : null;
    }

    private static @Nullable GraphPath behind(String version, String path, int slash, int idEnd) {
        String id = path.substring(slash + 1, idEnd < 0 ? path.length() : idEnd);
        String edge = idEnd < 0 ? "" : path.substring(idEnd + 1);
        return id.isEmpty() ? null : new GraphPath(version, id, edge);
    }

    private static boolean versioned(String path) {
        return path.length() > 2 && path.charAt(1) == 'v' && path.charAt(2) >= '0' && path.charAt(2) <= '9';
    }

    /** Whether the id is made of digits, as those of numbers and accounts are. */
    boolean numericId() {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean served(String version) {
        int length = version.length();
        if (length != 5 || version.charAt(0) != 'v' || !version.endsWith(".0")) {
            return false;
        }
        int tens = version.charAt(1) - '0';
        int ones = version.charAt(2) - '0';
        int major = tens * 10 + ones;
        return ones >= 0 && ones <= 9 && major >= OLDEST && major <= NEWEST;
    }
}
