package org.whatsapppolicy.policy.document;

import java.util.List;
import java.util.stream.Collectors;

/** The document cannot be used. The message lists every problem, one a line. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidPolicyException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the text; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One mistake.
     *
     * @param file name of the document
     * @param line from 1
     * @param column from 1
     * @param found what stands there
     * @param expected what should stand there, and how to write it
     */
    public record Problem(String file, int line, int column, String found, String expected) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column + ": found " + found + ", expected " + expected;
        }
    }
}
