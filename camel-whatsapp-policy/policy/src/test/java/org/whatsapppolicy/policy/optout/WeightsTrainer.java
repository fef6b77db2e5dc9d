package org.whatsapppolicy.policy.optout;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.optout.TrainingTexts.Text;

/** Makes the file of the weights from the labelled texts. */
final class WeightsTrainer {

    /** Never the held out texts, and never a set that has not been run as an unseen one. */
    static final List<String> SETS = Stream.concat(
                    Stream.of(
                            "development",
                            "practice",
                            "practice-2",
                            "practice-3",
                            "practice-4",
                            "practice-5",
                            "practice-6",
                            "practice-7",
                            "practice-8",
                            "practice-9",
                            "practice-10",
                            "practice-11"),
                    IntStream.rangeClosed(1, 19).mapToObj(each -> "unseen-" + each))
            .toList();

    /** How the names of those begin that were written as people write, and not to teach what is hard: they are judged by. */
    private static final String UNSEEN = "unseen-";

    private static final double STEP = 0.0125;
    /** A lighter weight than so many steps is left out: half of them would make the file a third larger, and nothing better. */
    private static final int LEAST_STEPS = 9;

    /** So many opt-outs may be below the score at which a phrase is doubted. */
    private static final double DOUBTED_OPT_OUTS = 0.02;
    /** So many ordinary texts, half of them hard on purpose, may be held. */
    private static final double HELD_ORDINARY = 0.03;
    /** So many of them may be taken for opt-outs. Phrases of everyday speech protect many of these. */
    private static final double MISTAKEN_ORDINARY = 0.004;

    private final List<String> sets;
    private final TrainingTexts texts;

    WeightsTrainer(List<String> sets) {
        this.sets = List.copyOf(sets);
        texts = TrainingTexts.of(sets);
    }

    /**
     * The scores from which on a text is taken for something. Found by leaving out each set in turn, whole, because texts of one
     * set resemble one another. Prints what they do on the sets that were left out.
     */
    Weights.Scale thresholds() {
        Map<String, LinearMachine> machines = new TreeMap<>();
        List<Double> optOuts = new ArrayList<>();
        List<Double> ordinary = new ArrayList<>();
        for (String set : sets.stream().filter(each -> each.startsWith(UNSEEN)).toList()) {
            LinearMachine machine = learnWithout(set);
            machines.put(set, machine);
            of(set).forEach(text -> (text.optOut() ? optOuts : ordinary).add(machine.score(text)));
        }
        Weights.Scale scale = new Weights.Scale(
                STEP,
                0,
                share(optOuts, DOUBTED_OPT_OUTS),
                share(ordinary, 1 - HELD_ORDINARY),
                share(ordinary, 1 - MISTAKEN_ORDINARY));
        System.out.printf(
                "%n%s%n%-10s %-28s %-28s %-28s%n", scale, "left out", "opt-outs", "or held", "ordinary mistaken");
        machines.forEach((set, machine) -> System.out.printf(
                "%-10s %-28s %-28s %-28s%n",
                set,
                from(scale.optOut(), true, set, machine),
                from(scale.hold(), true, set, machine),
                from(scale.optOut(), false, set, machine)));
        return scale;
    }

    /** The file, with these thresholds. */
    byte[] file(Weights.Scale thresholds) {
        LinearMachine machine = LinearMachine.learn(texts.all(), texts.features());
        int[] entries = IntStream.range(0, texts.features())
                .filter(feature -> Math.abs(steps(machine, feature)) >= LEAST_STEPS)
                .map(feature -> (texts.key(feature) << Byte.SIZE) | (steps(machine, feature) & 0xFF))
                .boxed()
                .sorted(Integer::compareUnsigned)
                .mapToInt(Integer::intValue)
                .toArray();
        ByteBuffer body = ByteBuffer.allocate(entries.length * Integer.BYTES);
        body.asIntBuffer().put(entries);
        String head = Stream.of(
                        "format: " + WeightsFile.FORMAT,
                        "learnt from: " + learntFrom(),
                        "languages: " + String.join(" ", LabelledTexts.LARGEST),
                        "step: " + number(STEP),
                        "bias: " + number(machine.bias()),
                        "doubt below: " + number(thresholds.doubt()),
                        "hold from: " + number(thresholds.hold()),
                        "opt-out from: " + number(thresholds.optOut()),
                        "entries: " + entries.length,
                        "crc32: " + WeightsFile.checksum(body.array()))
                .collect(Collectors.joining("\n", "", "\n\n"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        file.writeBytes(body.array());
        return file.toByteArray();
    }

    private String learntFrom() {
        return sets.stream().map(set -> of(set).count() + " of " + set).collect(Collectors.joining(", "));
    }

    private LinearMachine learnWithout(String set) {
        return LinearMachine.learn(
                texts.all().stream().filter(text -> !text.set().equals(set)).toList(), texts.features());
    }

    private Stream<Text> of(String set) {
        return texts.all().stream().filter(text -> text.set().equals(set));
    }

    private Share from(double score, boolean optOut, String set, LinearMachine machine) {
        List<Text> asked = of(set).filter(text -> text.optOut() == optOut).toList();
        return new Share(
                (int) asked.stream()
                        .filter(text -> machine.score(text) >= score)
                        .count(),
                asked.size());
    }

    private int steps(LinearMachine machine, int feature) {
        long steps = Math.round(machine.weight(feature) * texts.worth(feature) / STEP);
        return (int) Math.max(-Weights.MOST, Math.min(Weights.MOST, steps));
    }

    /** The score below which this share of them is. */
    private static double share(List<Double> scores, double share) {
        double[] sorted = scores.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return Math.round(sorted[(int) (share * sorted.length)] * 100) / 100.0;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
