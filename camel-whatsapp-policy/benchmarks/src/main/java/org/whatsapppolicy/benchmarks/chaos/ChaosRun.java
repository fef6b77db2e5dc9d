package org.whatsapppolicy.benchmarks.chaos;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.whatsapppolicy.benchmarks.chaos.drive.Driver;
import org.whatsapppolicy.benchmarks.chaos.drive.Mischief;
import org.whatsapppolicy.benchmarks.chaos.drive.Quiet;
import org.whatsapppolicy.benchmarks.chaos.drive.Setting;
import org.whatsapppolicy.benchmarks.chaos.drive.World;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Gathering;
import org.whatsapppolicy.benchmarks.chaos.judge.Transcript;
import org.whatsapppolicy.benchmarks.chaos.judge.Verdict;
import org.whatsapppolicy.benchmarks.chaos.node.NodeProgram;

/** One run: a world, a driver, mischief, quiet, and a verdict. */
public final class ChaosRun {

    private static final long FIRST = 5_511_970_000_000L;
    private static final Duration REST = Duration.ofMinutes(4);

    /** So many seconds it takes at the sender's rate what all nodes are given at once in the end. */
    private static final int RUSH_SECONDS = 4;

    private ChaosRun() {}

    /** Runs what the words say with nodes of this jar; whether all promises were kept. */
    public static boolean run(List<String> words) throws Exception {
        ChaosOptions options = ChaosOptions.read(words);
        List<String> ours = node(System.getProperty("java.class.path"));
        Path before = options.upgradeFrom();
        NodeProgram program = new NodeProgram(before == null ? ours : node(before.toString()), ours);
        if (options.seeds() > 1) {
            return ManySeeds.run(
                    options,
                    (one, directory, report, tally) -> run(one, directory, program, report, tally),
                    System.out);
        }
        return run(options, Files.createTempDirectory("chaos"), program, System.out)
                .violations()
                .isEmpty();
    }

    /** The words that start a node of that class path, with a Java like this one. */
    public static List<String> node(String classPath) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Djava.net.preferIPv4Stack=true",
                "-Dorg.slf4j.simpleLogger.log.org.whatsapppolicy=debug",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                classPath,
                "org.whatsapppolicy.benchmarks.Benchmarks",
                "chaos-node");
    }

    /**
     * Runs.
     *
     * @param directory where logs and a database file go
     * @param program what a node is
     */
    public static Verdict run(ChaosOptions options, Path directory, NodeProgram program, PrintStream out)
            throws Exception {
        return run(options, directory, program, out, new Tally());
    }

    private static List<String> phones(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "+" + (FIRST + i))
                .toList();
    }

    static Verdict run(ChaosOptions options, Path directory, NodeProgram program, PrintStream out, Tally tally)
            throws Exception {
        List<String> people = phones(0, options.people());
        List<String> probed = phones(options.people(), options.nodes());
        List<String> rushed = options.limited()
                ? phones(options.people() + options.nodes(), RUSH_SECONDS * Setting.PER_SECOND / Setting.SLIPS)
                : List.of();
        out.println("chaos: seed " + options.seed() + ", " + options.time().toSeconds() + " s, " + options.nodes()
                + " nodes on " + (options.postgres() ? "PostgreSQL" : "SQLite") + ", logs in " + directory);
        try (World world = new World(directory, program, options.nodes(), options.postgres(), options.limited())) {
            Driver driver = new Driver(world, options.seed(), people);
            driver.everybodyAgrees();
            long begun = System.nanoTime();
            if (options.pauseMillis() == 0) {
                driver.act(options.time(), options.perSecond());
            } else {
                try (Mischief mischief = new Mischief(world, options.seed(), options.pauseMillis())) {
                    mischief.start();
                    driver.act(options.time(), options.perSecond());
                }
            }
            driver.settle();
            driver.probe(probed);
            if (!rushed.isEmpty()) {
                driver.rush(rushed);
            }
            boolean rest = Quiet.toTheEnd(world, REST);
            Evidence evidence = Gathering.of(
                    world,
                    Stream.of(people, probed, rushed).flatMap(List::stream).toList(),
                    driver.deeds(),
                    rest);
            Verdict kept = Verdict.of(evidence, Setting.engine(directory));
            Verdict verdict = kept.and(Idle.of(options, evidence, kept));
            tally.add(evidence, verdict);
            Report.print(evidence, verdict, begun, out);
            if (!verdict.violations().isEmpty()) {
                Transcript.write(evidence, directory.resolve("evidence.txt"));
            }
            return verdict;
        }
    }
}
