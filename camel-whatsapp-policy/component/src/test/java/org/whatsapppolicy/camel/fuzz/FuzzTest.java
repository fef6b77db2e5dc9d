package org.whatsapppolicy.camel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten seconds each in the build, or as long as {@code -Dfuzz.seconds} says. A finding stays in {@code target/fuzz} as a file that
 * reproduces it.
 */
@DisplayName("Whatever strangers send")
class FuzzTest {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 10);
    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");
    private static final Pattern COVERED = Pattern.compile("cov: (\\d+)");

    private final Path corpus;

    FuzzTest(@TempDir Path corpus) {
        this.corpus = corpus;
    }

    /** The fuzzer comes with native code for these. */
    @BeforeEach
    void possible() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        assumeTrue(
                (system.contains("linux") && processor.equals("amd64")) || system.contains("mac"),
                "the fuzzer has no native code for " + system + " on " + processor);
    }

    @Test
    void the_webhook_answers_as_documented_and_takes_the_next_delivery() throws Exception {
        fuzz(
                WebhookTarget.class,
                "webhook",
                "--instrumentation_includes=org.whatsapppolicy.policy.inbound.**:org.whatsapppolicy.camel.json.**"
                        + ":org.whatsapppolicy.camel.webhook.**",
                "-dict=src/test/resources/fuzz/webhook.dict",
                "-max_len=20000");
    }

    @Test
    void the_recogniser_answers_the_same_twice_and_tells_none_of_the_text() throws Exception {
        fuzz(
                RecogniserTarget.class,
                "texts",
                "--instrumentation_includes=org.whatsapppolicy.policy.optout.**",
                "-max_len=600");
    }

    private void fuzz(Class<?> target, String seeds, String... more) throws IOException, InterruptedException {
        Path findings = Files.createDirectories(Path.of("target", "fuzz"));
        Path log = findings.resolve(seeds + ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (SECONDS > 60 ? 4 : 1),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--reproducer_path=" + findings,
                "-artifact_prefix=" + findings + "/",
                "-max_total_time=" + SECONDS,
                "-timeout=10",
                "-rss_limit_mb=4000"));
        command.addAll(List.of(more));
        command.addAll(List.of(corpus.toString(), "src/test/resources/fuzz/" + seeds));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(SECONDS + 120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the fuzzer did not end: " + log);
        }
        String told = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(told).isZero();
        // Not more than a slow machine comes to, which takes most of the time to instrument what is tried.
        assertThat(last(RUNS, told)).as(told).isGreaterThan(30);
        assertThat(last(COVERED, told)).as(told).isGreaterThan(300);
    }

    private static long last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        long found = 0;
        while (matcher.find()) {
            found = Long.parseLong(matcher.group(1));
        }
        return found;
    }
}
