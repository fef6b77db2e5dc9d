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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;
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
        }
    }

    /** Decides until it is killed. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            PolicyEngine engine = aDocument().engine();
            try (PolicyStore store = PolicyStores.sqlite(Path.of(args[0]), FROZEN)) {
                store.activate(engine.document(), "child");
                while (true) {
                    List<SendRequest> batch = List.of(aSend().build(), aSend().build());
                    store.decide(batch, engine);
                    batch.forEach(request -> System.out.println(request.id()));
                }
            }
        }
    }
}
