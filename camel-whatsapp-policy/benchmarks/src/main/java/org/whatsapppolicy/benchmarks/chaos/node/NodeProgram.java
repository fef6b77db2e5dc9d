package org.whatsapppolicy.benchmarks.chaos.node;

import java.util.List;

/**
 * What a node is: the words that start a Java with a main class that takes the words of the orders.
 *
 * @param first when it is started for the first time
 * @param later whenever it is started again; where they differ, each kill is an upgrade of that node
 */
public record NodeProgram(List<String> first, List<String> later) {

    public NodeProgram {
        first = List.copyOf(first);
        later = List.copyOf(later);
    }

    /** The same each time. */
    public static NodeProgram of(List<String> command) {
        return new NodeProgram(command, command);
    }

    /** Whether whoever is started for the first time is of an earlier build. */
    boolean upgrades() {
        return !first.equals(later);
    }

    List<String> command(int generation) {
        return generation == 1 ? first : later;
    }
}
