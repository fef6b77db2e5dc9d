package org.whatsapppolicy.policy.optout;

import java.util.List;
import java.util.Random;
import org.whatsapppolicy.policy.optout.TrainingTexts.Text;

/**
 * Learns which weight of each feature tells opt-outs from other texts best: a linear support vector machine with squared hinge loss,
 * by coordinate descent on its dual (Hsieh and others, 2008). The same texts give the same weights, on every machine.
 */
final class LinearMachine {

    private static final int SEED = 4;
    private static final int ROUNDS = 60;
    /** How much a text on the wrong side costs beside a large weight. */
    private static final double COST = 3;

    /** The common scale of the values, so that a text is about one long. */
    private static final double RARITY = 6;

    private final double[] rarity;
    private final double[] weights;
    private double bias;

    private LinearMachine(int features) {
        rarity = new double[features];
        weights = new double[features];
    }

    static LinearMachine learn(List<Text> texts, int features) {
        LinearMachine machine = new LinearMachine(features);
        machine.weighRarity(texts);
        machine.descend(texts);
        return machine;
    }

    /** What one of the feature adds to a text's sum. */
    double weight(int feature) {
        return weights[feature] * rarity[feature];
    }

    double bias() {
        return bias;
    }

    double score(Text text) {
        double sum = 0;
        for (int i = 0; i < text.features().length; i++) {
            sum += weight(text.features()[i]) * text.values()[i];
        }
        return bias + sum / Features.length(text.words(), text.runs());
    }

    /** A feature that few texts have says more: it may weigh more at the same price. */
    private void weighRarity(List<Text> texts) {
        int[] counts = new int[rarity.length];
        for (Text text : texts) {
            for (int feature : text.features()) {
                counts[feature]++;
            }
        }
        for (int i = 0; i < rarity.length; i++) {
            // StrictMath: the same digits everywhere.
            rarity[i] = (StrictMath.log((1.0 + texts.size()) / (1.0 + counts[i])) + 1) / RARITY;
        }
    }

    private void descend(List<Text> texts) {
        int count = texts.size();
        long optOuts = texts.stream().filter(Text::optOut).count();
        double[][] values = new double[count][];
        double[] square = new double[count];
        double[] slack = new double[count];
        int[] order = new int[count];
        for (int t = 0; t < count; t++) {
            Text text = texts.get(t);
            values[t] = values(text);
            square[t] = 1;
            for (double value : values[t]) {
                square[t] += value * value;
            }
            // Both kinds together cost the same, however many there are of each.
            double cost = COST * count / 2 / (text.optOut() ? optOuts : count - optOuts);
            slack[t] = 1 / (2 * cost);
            order[t] = t;
        }
        double[] alpha = new double[count];
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            for (int t : order) {
                Text text = texts.get(t);
                double side = text.optOut() ? 1 : -1;
                double sum = bias;
                int[] features = text.features();
                for (int i = 0; i < features.length; i++) {
                    sum += weights[features[i]] * values[t][i];
                }
                double gradient = side * sum - 1 + alpha[t] * slack[t];
                double next = Math.max(0, alpha[t] - gradient / (square[t] + slack[t]));
                double change = (next - alpha[t]) * side;
                alpha[t] = next;
                if (change != 0) {
                    bias += change;
                    for (int i = 0; i < features.length; i++) {
                        weights[features[i]] += change * values[t][i];
                    }
                }
            }
        }
    }

    private double[] values(Text text) {
        double length = Features.length(text.words(), text.runs());
        double[] values = new double[text.features().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = text.values()[i] * rarity[text.features()[i]] / length;
        }
        return values;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
