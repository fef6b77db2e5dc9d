package org.whatsapppolicy.simulator.graph;

import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.token.Scope;

/**
 * Where an endpoint is found, and what a token needs for it.
 *
 * @param method GET, POST or DELETE
 * @param pattern the path behind the version: {@code /{number}/register}, {@code /{media}}, or literally {@code /me}
 * @param operation what the ledger calls it
 */
public record Route(String method, String pattern, Scope scope, Operation operation) {

    /** A route to read from. */
    public static Route get(String pattern, Scope scope, Operation operation) {
        return new Route("GET", pattern, scope, operation);
    }

    /** A route to write to. */
    public static Route post(String pattern, Scope scope, Operation operation) {
        return new Route("POST", pattern, scope, operation);
    }

    /** A route that takes something away. */
    public static Route delete(String pattern, Scope scope, Operation operation) {
        return new Route("DELETE", pattern, scope, operation);
    }

    /** Whether method and path fit, as far as can be told without knowing whose id it is. */
    public boolean fits(String asked, String id, String edge) {
        return method.equals(asked) && edge.equals(edge()) && (named() || id.equals(node()));
    }

    private boolean named() {
        return pattern.startsWith("/{");
    }

    private String node() {
        int end = pattern.indexOf('/', 1);
        return end < 0 ? pattern.substring(1) : pattern.substring(1, end);
    }

    private String edge() {
        int end = pattern.indexOf('/', 1);
        return end < 0 ? "" : pattern.substring(end + 1);
    }
}
