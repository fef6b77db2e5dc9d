package org.whatsapppolicy.policy.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word was meant. */
final class Spelling {

    private static final int LONGEST = 40;

    private Spelling() {}

    /** {@code "; did you mean `caps`?"}, or nothing when no known word is near. */
    static String didYouMean(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "; did you mean `" + word + "`?")
                .orElse("");
    }

    static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String word = plain(written);
        return known.stream()
                .filter(candidate -> distance(word, plain(candidate)) <= tolerated(candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(word, plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int tolerated(String candidate) {
        return candidate.length() < 3 ? 0 : Math.max(1, candidate.length() / 3);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
