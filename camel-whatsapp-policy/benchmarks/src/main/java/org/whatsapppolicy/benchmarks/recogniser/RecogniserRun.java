package org.whatsapppolicy.benchmarks.recogniser;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.whatsapppolicy.policy.optout.Intent;
import org.whatsapppolicy.policy.optout.IntentRecogniser;

/** Recognises everyday messages in a loop, on one thread, and measures the time of the processor. */
public final class RecogniserRun {

    private static final double GOAL = 500_000;
    private static final int ROUNDS = 8;
    private static final long ROUND_NANOS = 1_000_000_000L;

    private static final List<String> TEXTS = List.of(
            "Hi, where is my order? It should have been here on Monday",
            "Can I change the appointment to Thursday at 3?",
            "ok thanks",
            "Bom dia, vocês entregam em Niterói?",
            "Segue o comprovante do pagamento",
            "Hola, quiero saber el precio del envío a Puebla",
            "ya llegué, estoy afuera",
            "mera order kahan hai bhai",
            "भुगतान हो गया है, कृपया जाँच करें",
            "وين طلبي؟ تأخر كثير",
            "Kak, ready stok ukuran M?",
            "Wann kommt der Techniker morgen?",
            "Je peux récupérer ma commande demain ?",
            "👍",
            "Please stop sending me these",
            "the bus stop is in front of the house");

    private RecogniserRun() {}

    /**
     * Runs it and prints texts a second of a core.
     *
     * @param words the command line after {@code recogniser}: nothing, or {@code --smoke}
     * @throws IllegalArgumentException for anything else
     */
    public static void run(List<String> words) {
        boolean smoke = words.contains("--smoke");
        if (!smoke && !words.isEmpty()) {
            throw new IllegalArgumentException(words.get(0) + ": recogniser takes no option but --smoke");
        }
        IntentRecogniser recogniser = IntentRecogniser.standard();
        double best = 0;
        for (int round = 0; round < (smoke ? 1 : ROUNDS); round++) {
            best = Math.max(best, round(recogniser, smoke ? ROUND_NANOS / 10 : ROUND_NANOS));
        }
        System.out.printf(
                "recogniser %,.0f texts a second of a core, goal %,.0f: %s%n",
                best, GOAL, best > GOAL ? "met" : "NOT MET");
    }

    private static double round(IntentRecogniser recogniser, long nanos) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long count = 0;
        long optOuts = 0;
        long took;
        do {
            for (String text : TEXTS) {
                optOuts += recogniser.recognise(text).intent() == Intent.OPT_OUT ? 1 : 0;
            }
            count += TEXTS.size();
            took = threads.getCurrentThreadCpuTime() - start;
        } while (took < nanos);
        if (optOuts * TEXTS.size() != count) {
            throw new IllegalStateException("expected one opt-out of " + TEXTS.size() + " texts, found " + optOuts);
        }
        return count * 1e9 / took;
    }
}
