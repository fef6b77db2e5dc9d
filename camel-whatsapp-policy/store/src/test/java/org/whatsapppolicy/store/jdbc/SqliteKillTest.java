package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;

class SqliteKillTest {

    private static final StoreOptions FROZEN = StoreOptions.DEFAULTS.frozenAt(TUESDAY_9);
    private static final int ENOUGH = 400;

    @Test
    @DisplayName("promise 4: what was answered before a kill -9 is there afterwards")
    void what_was_answered_is_there_after_a_kill(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("policy.db");
        List<UUID> answered = new ArrayList<>();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answered.add(UUID.fromString(line));
                if (answered.size() == ENOUGH) {
                    child.destroyForcibly();
                    break;
                }
            }
        } catch (IOException e) {
            // The pipe may break in the middle of a line: what was not read was not answered.
            assertThat(answered).hasSize(ENOUGH);
        }
        child.waitFor();
        assertThat(answered).hasSize(ENOUGH);
        try (PolicyStore store = PolicyStores.sqlite(file, FROZEN)) {
            assertThat(answered).allSatisfy(id -> assertThat(store.message(id)).isPresent());
            assertThat(told(store)).containsAll(answered);
        }
    }

    /** S-41: an event is as durable as what it tells of. */
    private static Set<UUID> told(PolicyStore store) {
        Set<UUID> told = new HashSet<>();
        assertThat(store.feed().lead("crm", "after the kill", Duration.ofDays(1)))
                .isTrue();
        for (Feed.Page page = next(store); page.upTo() > 0; page = next(store)) {
            page.events()
                    .forEach(e ->
                            told.add(((FeedEvent.Decided) e.told()).message().id()));
            store.feed().taken("crm", "after the kill", page.upTo(), Duration.ofDays(1));
        }
        return told;
    }

    private static Feed.Page next(PolicyStore store) {
        return store.feed().next("crm", "after the kill", 100);
    }

    /** Decides until it is killed. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            PolicyEngine engine = aDocument().engine();
            try (PolicyStore store = PolicyStores.sqlite(Path.of(args[0]), FROZEN)) {
                store.activate(engine.document(), "child");
                store.feed().subscribe("crm", Set.of(FeedEvent.Kind.DECISION));
                while (true) {
                    List<SendRequest> batch = List.of(aSend().build(), aSend().build());
                    store.decide(batch, engine);
                    batch.forEach(request -> System.out.println(request.id()));
                }
            }
        }
    }
}
