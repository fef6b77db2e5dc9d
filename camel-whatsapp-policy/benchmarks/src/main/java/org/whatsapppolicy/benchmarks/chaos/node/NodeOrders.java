package org.whatsapppolicy.benchmarks.chaos.node;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a node is started with.
 *
 * @param port where it listens
 * @param platform base URI of the platform, as this node reaches it
 * @param database JDBC URL as this node reaches it, or an SQLite file
 * @param policy the policy document
 * @param start of the virtual time
 * @param token for the platform
 * @param secret of the app, for webhooks
 */
public record NodeOrders(
        int port, String platform, String database, Path policy, Instant start, String token, String secret) {

    /** As words of a command line. */
    public List<String> words() {
        return List.of(Integer.toString(port), platform, database, policy.toString(), start.toString(), token, secret);
    }

    static NodeOrders read(List<String> words) {
        if (words.size() != 7) {
            throw new IllegalArgumentException(
                    "found " + words.size() + " words, expected 7: chaos-node is started by chaos");
        }
        return new NodeOrders(
                Integer.parseInt(words.get(0)),
                words.get(1),
                words.get(2),
                Path.of(words.get(3)),
                Instant.parse(words.get(4)),
                words.get(5),
                words.get(6));
    }
}
