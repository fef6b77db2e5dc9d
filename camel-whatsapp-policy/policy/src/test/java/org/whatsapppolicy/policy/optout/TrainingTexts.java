package org.whatsapppolicy.policy.optout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.optout.LabelledTexts.Labelled;

/** The labelled texts that the weights are learnt from, as features. Unclear ones are left out: they are neither. */
final class TrainingTexts {

    /**
     * One text.
     *
     * @param set the folder it stands in
     * @param optOut what it is
     * @param features the numbers of its features
     * @param values how much there is of each
     * @param words how many words it has
     * @param runs how many runs of letters they have
     */
    // Never compared: arrays, because there are half a million values.
    @SuppressWarnings("ArrayRecordComponent")
    record Text(String set, boolean optOut, int[] features, double[] values, int words, int runs) {}

    private final List<Text> texts = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Integer> keys = new ArrayList<>();
    private final Map<Integer, Double> worth = new HashMap<>();

    static TrainingTexts of(List<String> sets) {
        TrainingTexts read = new TrainingTexts();
        Set<String> seen = new HashSet<>();
        for (String set : sets) {
            Stream.of(LabelledTexts.LARGEST, LabelledTexts.SMALLER)
                    .flatMap(List::stream)
                    .filter(language -> LabelledTexts.has(language, set))
                    .flatMap(language -> LabelledTexts.read(language, set).stream())
                    .filter(labelled -> !labelled.label().equals("unclear") && seen.add(labelled.text()))
                    .forEach(labelled -> read.add(set, labelled));
        }
        return read;
    }

    List<Text> all() {
        return texts;
    }

    int features() {
        return keys.size();
    }

    /** The key of the feature with this number. */
    int key(int number) {
        return keys.get(number);
    }

    /** How much one of the feature is. */
    double worth(int number) {
        return Objects.requireNonNull(worth.get(keys.get(number)));
    }

    private void add(String set, Labelled labelled) {
        FoldedText text = FoldedText.of(labelled.text());
        long[] prefix = new long[text.start[text.count] + 1];
        for (int token = 0; token < text.count; token++) {
            for (int i = text.start[token]; i < text.start[token + 1]; i++) {
                prefix[i + 1] = Hashing.append(prefix[i], text.letters[i]);
            }
        }
        Map<Integer, Double> found = new HashMap<>();
        int runs = 0;
        long before = Features.EDGE;
        long earlier = Features.EDGE;
        for (int token = 0; token < text.count; token++) {
            int start = text.start[token];
            int end = text.start[token + 1];
            long word = Hashing.part(prefix, start, end);
            if (token > 0 && text.before[token] == Folding.HARD) {
                add(Features.pair(before, Features.EDGE), 1, found);
                before = Features.EDGE;
                earlier = Features.EDGE;
            }
            add(Features.word(word), 1, found);
            add(Features.pair(before, word), 1, found);
            if (before != Features.EDGE) {
                add(Features.apart(earlier, word), Features.APART_VALUE, found);
            }
            for (int run = 0; run < Features.runs(end - start); run++) {
                add(Features.run(run, prefix, start, end), Features.RUN_VALUE, found);
                runs++;
            }
            earlier = before;
            before = word;
        }
        add(Features.pair(before, Features.EDGE), 1, found);
        int[] features =
                found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        double[] values = new double[features.length];
        for (int i = 0; i < features.length; i++) {
            values[i] = Objects.requireNonNull(found.get(features[i]));
        }
        for (int i = 0; i < features.length; i++) {
            features[i] = numbers.computeIfAbsent(features[i], key -> {
                keys.add(key);
                return keys.size() - 1;
            });
        }
        texts.add(new Text(set, labelled.label().equals("opt-out"), features, values, text.count, runs));
    }

    private void add(int key, double value, Map<Integer, Double> found) {
        worth.putIfAbsent(key, value);
        found.merge(key, value, Double::sum);
    }
}
