package org.whatsapppolicy.benchmarks.chaos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;

/**
 * Runs with one seed after the other. Tells a line of each that kept what was promised and the whole report of others; logs
 * stay of those only.
 */
final class ManySeeds {

    /** Of so many runs of half a minute each hits some node at every place, but for one in ten thousand. */
    private static final int MANY = 30;

    private final ChaosOptions options;
    private final Run run;
    private final PrintStream out;
    private final Tally tally = new Tally();

    private ManySeeds(ChaosOptions options, Run run, PrintStream out) {
        this.options = options;
        this.run = run;
        this.out = out;
    }

    /** A run with one seed. */
    @FunctionalInterface
    interface Run {
        Verdict with(ChaosOptions options, Path directory, PrintStream report, Tally tally) throws Exception;
    }

    /** Whether all of them came to an end and kept what was promised. */
    static boolean run(ChaosOptions options, Run run, PrintStream out) throws InterruptedException {
        return new ManySeeds(options, run, out).all();
    }

    private boolean all() throws InterruptedException {
        ExecutorService beside = Executors.newFixedThreadPool(options.atOnce());
        List<Future<Boolean>> runs = new ArrayList<>();
        for (int i = 0; i < options.seeds(); i++) {
            ChaosOptions one = options.only(options.seed() + i);
            runs.add(beside.submit(() -> one(one)));
        }
        beside.shutdown();
        int bad = 0;
        for (Future<Boolean> one : runs) {
            try {
                bad += one.get() ? 0 : 1;
            } catch (ExecutionException e) {
                bad++;
                e.printStackTrace(out);
            }
        }
        tally.lines().forEach(out::println);
        out.println("seeds with a violation or without an end: " + bad + " of " + options.seeds());
        List<String> missed = options.seeds() < MANY || options.calm() ? List.of() : tally.missed(options.postgres());
        if (!missed.isEmpty()) {
            out.println("the runs do not show what their options ask for: found no " + String.join(", no ", missed));
        }
        return bad == 0 && missed.isEmpty();
    }

    private boolean one(ChaosOptions one) throws Exception {
        Path directory = Files.createTempDirectory("chaos");
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Verdict verdict;
        try (PrintStream quiet = new PrintStream(report, true, StandardCharsets.UTF_8)) {
            verdict = run.with(one, directory, quiet, tally);
        }
        boolean kept = verdict.violations().isEmpty();
        synchronized (out) {
            out.println("seed " + one.seed() + ": "
                    + (kept ? "every promise kept" : "\n" + report.toString(StandardCharsets.UTF_8)));
        }
        if (kept) {
            delete(directory);
        }
        return kept;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
