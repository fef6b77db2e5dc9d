package org.whatsapppolicy.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.whatsapppolicy.benchmarks.chaos.ChaosOptions;
import org.whatsapppolicy.benchmarks.chaos.ChaosRun;
import org.whatsapppolicy.benchmarks.chaos.node.ChaosNode;
import org.whatsapppolicy.benchmarks.compare.Comparison;
import org.whatsapppolicy.benchmarks.engine.EngineRun;
import org.whatsapppolicy.benchmarks.outbox.DrainRun;
import org.whatsapppolicy.benchmarks.outbox.HeldRun;
import org.whatsapppolicy.benchmarks.outbox.TakeRun;
import org.whatsapppolicy.benchmarks.recogniser.RecogniserRun;
import org.whatsapppolicy.benchmarks.webhook.WebhookRun;

/**
 * The command line of {@code benchmarks.jar}: {@code chaos}, {@code compare}, {@code drain}, {@code engine}, {@code held},
 * {@code recogniser}, {@code take} or {@code webhook}, and their options.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /** Ends the process with 0, with 1 when a contestant did not do what it claims or a promise was not kept, with 2 for a wrong command line. */
    public static void main(String[] args) throws Exception {
        System.exit(run(Arrays.asList(args)));
    }

    private static int run(List<String> words) throws Exception {
        try {
            if (!words.isEmpty() && words.get(0).equals("compare")) {
                return Comparison.run(words.subList(1, words.size())) ? 0 : 1;
            }
            if (!words.isEmpty() && words.get(0).equals("engine")) {
                EngineRun.run(words.subList(1, words.size()));
                return 0;
            }
            if (!words.isEmpty() && words.get(0).equals("recogniser")) {
                RecogniserRun.run(words.subList(1, words.size()));
                return 0;
            }
            if (!words.isEmpty() && words.get(0).equals("webhook")) {
                return WebhookRun.run(words.subList(1, words.size())) ? 0 : 1;
            }
            if (!words.isEmpty() && words.get(0).equals("take")) {
                return TakeRun.run(words.subList(1, words.size())) ? 0 : 1;
            }
            if (!words.isEmpty() && words.get(0).equals("drain")) {
                return DrainRun.run(words.subList(1, words.size())) ? 0 : 1;
            }
            if (!words.isEmpty() && words.get(0).equals("held")) {
                return HeldRun.run(words.subList(1, words.size())) ? 0 : 1;
            }
            if (!words.isEmpty() && words.get(0).equals("chaos")) {
                return ChaosRun.run(words.subList(1, words.size())) ? 0 : 1;
            }
            if (!words.isEmpty() && words.get(0).equals("chaos-node")) {
                ChaosNode.run(words.subList(1, words.size()), store -> store);
                return 0;
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
        }
        System.err.println("engine [--smoke]");
        System.err.println("recogniser [--smoke]");
        System.err.println("webhook [--smoke]");
        System.err.println("take, drain or held, options: " + HeldRun.OPTIONS);
        System.err.println(ChaosOptions.USAGE);
        System.err.println(Comparison.USAGE);
        return 2;
    }
}
