package org.whatsapppolicy.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.whatsapppolicy.simulator.check.SimulatorAssertions.assertThatPerson;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.whatsapppolicy.simulator.Simulator;

/** Runs tests that fail on purpose, in a launcher of their own. */
@SuppressWarnings("NullAway.Init")
class FailingTestsTest {

    /** What a run told. */
    private record Run(List<Throwable> failures, List<String> reports) {}

    private static Run run(Class<?> tests) {
        Run run = new Run(new ArrayList<>(), new ArrayList<>());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameters(Map.of(
                        "junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition",
                        "app.port", "1"))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(run.failures()::add);
            }

            @Override
            public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                run.reports().addAll(entry.getKeyValuePairs().values());
            }
        });
        return run;
    }

    /** Fails. */
    @Disabled("run by the test around it")
    @WhatsAppSimulator(clock = "2026-11-25T12:00:00Z", webhook = "http://127.0.0.1:${app.port}/hook")
    static class Fails {

        static Simulator last;

        @Test
        void expects_a_message_that_never_came(Simulator simulator) {
            last = simulator;
            simulator.people().person("+15550101001").writes("Where is it?");
            simulator.ledger().await(0, Duration.ofSeconds(1));
            assertThatPerson(simulator, "+15550101001").received().exactly(1);
        }
    }

    @Test
    void a_failure_carries_the_story_and_the_simulator_is_closed() throws InterruptedException {
        Run run = run(Fails.class);

        assertThat(run.failures()).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessageStartingWith("expected exactly 1 messages taken for +15550101001, found 0");
            assertThat(failure.getSuppressed()).singleElement().satisfies(story -> assertThat(story)
                    .hasMessageStartingWith("What the simulator saw"));
        });
        assertThat(run.reports()).singleElement().asString().startsWith("What the simulator saw");
        assertThat(Fails.last).isNotNull();
        assertThat(gone(Fails.last)).isTrue();
    }

    /** Whether it does not answer any more. Another simulator may have got the port meanwhile, but nobody wrote there. */
    private static boolean gone(Simulator closed) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(closed.baseUri() + "/simulator/people"))
                .timeout(Duration.ofMinutes(1))
                .build();
        try {
            return !HttpClient.newHttpClient()
                    .send(question, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("15550101001");
        } catch (IOException e) {
            return true;
        }
    }

    /** Asks too early. */
    @Disabled("run by the test around it")
    @WhatsAppSimulator
    static class AsksBeforeAnyTest {

        @BeforeAll
        static void prepare(Simulator simulator) {}

        @Test
        void never_runs() {}
    }

    @Test
    void one_for_each_test_is_not_there_before_any_test() {
        assertThat(run(AsksBeforeAnyTest.class).failures()).singleElement().satisfies(failure -> assertThat(failure)
                .rootCause()
                .hasMessageContaining("use @WhatsAppSimulator(shared = true)"));
    }

    /** Asks before and after all tests. */
    @Disabled("run by the test around it")
    @WhatsAppSimulator(shared = true)
    static class SharesOne {

        static Simulator first;

        @BeforeAll
        static void prepare(Simulator simulator) {
            first = simulator;
        }

        @Test
        void is_the_same(Simulator simulator) {
            assertThat(simulator).isSameAs(first);
        }

        @AfterAll
        static void look(Simulator simulator) throws InterruptedException {
            assertThat(simulator).isSameAs(first);
            simulator.people().person("+15550101001").writes("Still here?");
            assertThat(gone(simulator)).isFalse();
        }
    }

    @Test
    void a_shared_one_stands_before_and_after_all_tests_and_is_closed_then() throws InterruptedException {
        assertThat(run(SharesOne.class).failures()).isEmpty();
        assertThat(gone(SharesOne.first)).isTrue();
    }

    /** Names a property that nobody set. */
    @Disabled("run by the test around it")
    static class NamesAnUnknownProperty {

        @Test
        @WhatsAppSimulator(webhook = "http://127.0.0.1:${no.such.property}/hook")
        void never_runs(Simulator simulator) {}
    }

    @Test
    void a_placeholder_without_a_value_is_told() {
        assertThat(run(NamesAnUnknownProperty.class).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).rootCause().hasMessageContaining("no.such.property"));
    }

    /** Asks for something unknown. */
    @Disabled("run by the test around it")
    static class AsksForAString {

        @WhatsAppSimulator
        private String what;

        @Test
        void never_runs() {
            assertThat(what).isNull();
        }
    }

    @Test
    void a_type_that_cannot_be_injected_is_told_with_those_that_can() {
        assertThat(run(AsksForAString.class).failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("cannot inject java.lang.String; it can inject Faults, Ledger, Limits"));
    }
}
