package org.whatsapppolicy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The jar that readers are told to run, run as they would run it, for a few seconds: so that it cannot rot. */
@Execution(ExecutionMode.CONCURRENT)
class BenchmarksJarIT {

    private static final String LONG = "is much like drain: -Dbenchmarks.all=true; .ci/full runs it whole";

    @Test
    void compares_all_contestants_and_the_ledger_bears_them_out() throws Exception {
        String printed = run("compare", "--smoke");

        assertThat(printed)
                .contains("jdk ", "stock ", "hand-sqlite ", "hand-postgres ")
                .contains("send-sqlite ", "send-sqlite-vertx ", "send-postgres ", "send-postgres-vertx ")
                .contains("synchronous=FULL", "fsync=on synchronous_commit=on")
                .contains("ledger: in each of")
                .endsWith("exit 0");
    }

    @Test
    void measures_the_engine() throws Exception {
        assertThat(run("engine", "--smoke"))
                .containsPattern("allow +[0-9,]+ ns a decision")
                .containsPattern("defer +[0-9,]+ ns a decision")
                .contains("bytes of garbage")
                .endsWith("exit 0");
    }

    @Test
    void measures_the_recogniser() throws Exception {
        assertThat(run("recogniser", "--smoke"))
                .containsPattern("recogniser [0-9,]+ texts a second of a core")
                .endsWith("exit 0");
    }

    @Test
    void compares_the_webhooks_and_every_delivery_comes_to_its_route() throws Exception {
        assertThat(run("webhook", "--smoke"))
                .contains("policy-sqlite", "policy-postgres", "synchronous=full", "fsync=on synchronous_commit=on")
                .containsPattern("500 a second policy-postgres +p50")
                .containsPattern("policy-sqlite +[0-9,]+ events a second, [0-9.]+ times stock")
                .endsWith("exit 0");
    }

    @Test
    @EnabledIfSystemProperty(named = "benchmarks.all", matches = "true", disabledReason = LONG)
    void takes_and_every_message_leaves_once() throws Exception {
        assertThat(run("take", "--smoke"))
                .containsPattern("taken/s, goal 15,000")
                .endsWith("exit 0");
    }

    @Test
    void drains_and_every_message_leaves_once() throws Exception {
        assertThat(run("drain", "--smoke"))
                .containsPattern("sent/s, goal 8,000")
                .containsPattern("decided p50 [0-9]+ ms p99")
                .endsWith("exit 0");
    }

    @Test
    @EnabledIfSystemProperty(named = "benchmarks.all", matches = "true", disabledReason = LONG)
    void holds_and_every_message_leaves_once() throws Exception {
        assertThat(run("held", "--smoke"))
                .containsPattern("p99: [0-9.]+ ms without")
                .endsWith("exit 0");
    }

    @Test
    void a_word_that_is_no_option_is_told_with_the_usage() throws Exception {
        assertThat(run("compare", "--secs", "3"))
                .contains("--secs: no such option", "--seconds 18")
                .endsWith("exit 2");
    }

    private static String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It is about what they do, not how fast.
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote"));
        command.add("-jar");
        command.add(System.getProperty("benchmarks.jar"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return printed + "exit " + process.exitValue();
    }
}
