package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The phrases found in one text, and which of them counts. */
final class Findings {

    private static final int MOST = 64;

    private final List<Finding> findings = new ArrayList<>(0);

    /**
     * @param phrase what was found
     * @param first its first token
     * @param end the token behind its last one
     * @param named which tokens from the first one on the phrase names, as bits: those outside its gaps
     */
    record Finding(Phrase phrase, int first, int end, long named) {

        boolean means(Phrase.Meaning meaning) {
            return phrase.meaning() == meaning;
        }

        boolean inside(Finding longer) {
            return longer.first <= first && end <= longer.end && longer.length() > length();
        }

        boolean overlaps(Finding other) {
            return first < other.end && other.first < end;
        }

        /** Whether the other one names all its words, and more: it knows of them and says otherwise. */
        boolean namedWithin(Finding other) {
            int shift = first - other.first;
            if (shift < 0 || end - other.first > Long.SIZE) {
                return false;
            }
            long within = named << shift;
            return (within & ~other.named) == 0 && within != other.named;
        }

        /** Whether it begins with words of its own and goes on with those that the other one begins with. */
        boolean speaksOf(Finding said) {
            return first < said.first && said.first < end;
        }

        int length() {
            return end - first;
        }
    }

    void add(Phrase phrase, int first, int end, long named) {
        if (findings.size() < MOST) {
            findings.add(new Finding(phrase, first, end, named));
        }
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    /** Whether any of it is everyday speech. */
    boolean ordinary() {
        return findings.stream().anyMatch(finding -> finding.means(Phrase.Meaning.ORDINARY));
    }

    /** Whether everyday speech knows of the words of an opt-out and says otherwise: "don't stop sending me offers". */
    boolean negated() {
        return findings.stream()
                .filter(finding -> finding.means(Phrase.Meaning.OPT_OUT))
                .anyMatch(said -> findings.stream()
                        .anyMatch(other -> other.means(Phrase.Meaning.ORDINARY) && other.speaksOf(said)));
    }

    /** The longest one of this meaning that counts, of the hinted language if there is one of it. */
    Optional<Finding> counting(Phrase.Meaning meaning, @Nullable String hint) {
        Finding best = null;
        for (Finding each : findings) {
            if (each.means(meaning) && counts(each) && (best == null || better(each, best, hint))) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Something unclear beside a reason for it, in other words of the same text. */
    Optional<Finding> explained() {
        return findings.stream()
                .filter(unclear -> unclear.means(Phrase.Meaning.UNCLEAR) && counts(unclear))
                .filter(unclear -> findings.stream()
                        .anyMatch(reason ->
                                reason.means(Phrase.Meaning.REASON) && !reason.overlaps(unclear) && counts(reason)))
                .findFirst();
    }

    private static boolean better(Finding one, Finding best, @Nullable String hint) {
        boolean oneHinted = one.phrase.language().equals(hint);
        boolean bestHinted = best.phrase.language().equals(hint);
        return oneHinted == bestHinted ? one.length() > best.length() : oneHinted;
    }

    /** "Keep getting messages" in "I don't want to keep getting messages" is not what was said. */
    private static boolean contradicted(Finding ordinary, Finding said) {
        return said.means(Phrase.Meaning.OPT_OUT) && ordinary.namedWithin(said);
    }

    /** Inside a longer one it is only a part of what is said; what overlaps everyday speech is everyday speech. */
    private boolean counts(Finding finding) {
        for (Finding other : findings) {
            if (other.equals(finding) || other.means(Phrase.Meaning.REASON)) {
                continue;
            }
            if (!finding.means(Phrase.Meaning.REASON)
                    && finding.inside(other)
                    && !other.means(finding.phrase.meaning())) {
                return false;
            }
            if (other.means(Phrase.Meaning.ORDINARY) && other.overlaps(finding) && !contradicted(other, finding)) {
                return false;
            }
        }
        return true;
    }
}
