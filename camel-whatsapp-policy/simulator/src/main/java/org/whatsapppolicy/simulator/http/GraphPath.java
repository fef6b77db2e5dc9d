package org.whatsapppolicy.simulator.http;

import org.jspecify.annotations.Nullable;

/**
 * {@code /v23.0/<id>[/<edge>]}, taken apart without regular expressions as it stands on the hot path.
 *
 * @param version with the v
 * @param edge empty when the path ends with the id
 */
record GraphPath(String version, String id, String edge) {

    private static final int OLDEST = 13;
    private static final int NEWEST = 26;

    /** Null when the path is none of the Graph API's. */
    static @Nullable GraphPath parse(String path) {
        int versionEnd = path.indexOf('/', 1);
        if (versionEnd < 0) {
            return null;
        }
        String version = path.substring(1, versionEnd);
        int idEnd = path.indexOf('/', versionEnd + 1);
        String id = path.substring(versionEnd + 1, idEnd < 0 ? path.length() : idEnd);
        String edge = idEnd < 0 ? "" : path.substring(idEnd + 1);
        return id.isEmpty() || !served(version) ? null : new GraphPath(version, id, edge);
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
