package org.whatsapppolicy.policy.optout;

import java.util.Set;

/**
 * How much each feature speaks for an opt-out, or against one, and from which score on a text is taken for what. Immutable.
 * What has no weight says nothing.
 */
final class Weights {

    /** A weight is a whole number of steps from -127 to 127, zero excepted. */
    static final int MOST = 127;

    /**
     * @param step what a step of a weight is worth
     * @param bias the score of a text that has no features
     * @param doubt below it a phrase that was found is not believed
     * @param hold from it on the text is one that a person has to look at
     * @param optOut from it on the text is an opt-out
     */
    record Scale(double step, double bias, double doubt, double hold, double optOut) {}

    private final Scale scale;
    private final Set<String> languages;
    private final int[] entries;
    private final int mask;

    /**
     * @param languages those of which there were enough texts to learn from
     * @param entries a key and behind it the byte of its weight, each key once
     */
    Weights(Scale scale, Set<String> languages, int[] entries) {
        this.scale = scale;
        this.languages = Set.copyOf(languages);
        this.entries = new int[Integer.highestOneBit(Math.max(8, entries.length)) * 4];
        mask = this.entries.length - 1;
        for (int entry : entries) {
            int slot = slot(entry >>> Byte.SIZE);
            while (this.entries[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            this.entries[slot] = entry;
        }
    }

    Scale scale() {
        return scale;
    }

    /** Whether there were enough texts of this language to speak against one of its phrases. */
    boolean know(String language) {
        return languages.contains(language);
    }

    /** How many steps the feature weighs. */
    int of(int key) {
        int slot = slot(key);
        for (int entry = entries[slot]; entry != 0; entry = entries[slot]) {
            if (entry >>> Byte.SIZE == key) {
                return (byte) entry;
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    /** The weights of a word by itself and of its runs of letters. */
    int ofWord(long[] prefix, int start, int end) {
        int sum = of(Features.word(Hashing.part(prefix, start, end)));
        int runs = Features.runs(end - start);
        for (int run = 0; run < runs; run++) {
            sum += of(Features.run(run, prefix, start, end));
        }
        return sum;
    }

    double score(int sum, int words, int runs) {
        return scale.bias + scale.step * sum / Features.length(words, runs);
    }

    private int slot(int key) {
        return key & mask;
    }
}
