package org.whatsapppolicy.policy.document;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.whatsapppolicy.policy.document.InvalidPolicyException.Problem;

/** Collects the mistakes of one document, so that all are told at once. An inherited mistake is told once. */
final class Problems {

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Position at, String found, String expected) {
        this.found.add(new Problem(file, at.line(), at.column(), found, expected));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw toException();
        }
    }

    InvalidPolicyException toException() {
        List<Problem> inOrderOfText = found.stream()
                .sorted(Comparator.comparing(problem -> new Position(problem.line(), problem.column())))
                .toList();
        return new InvalidPolicyException(inOrderOfText);
    }
}
