package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/**
 * Rows a second of an import and the heap it takes, printed: {@code -Dimport.rows=2000000 -Dtest=ImportSpeedTest}. Run it with
 * little heap: what grows with the rows does not get through.
 */
@EnabledIfSystemProperty(named = "import.rows", matches = "\\d+")
class ImportSpeedTest {

    private static final StoreOptions FROZEN = StoreOptions.DEFAULTS.frozenAt(Rig.MORNING);
    private static final int ROWS = Integer.getInteger("import.rows", 0);

    @Test
    void on_sqlite() throws Exception {
        Path folder = Files.createTempDirectory("import");
        measure("sqlite", PolicyStores.sqlite(folder.resolve("policy.db"), FROZEN));
    }

    @Test
    void on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                HikariDataSource pool = PostgresTest.pool(postgres)) {
            measure("postgresql", PolicyStores.jdbc(pool, FROZEN));
        }
    }

    private static void measure(String kind, PolicyStore opened) throws Exception {
        Path file = rows();
        try (PolicyStore store = opened;
                Rig rig = new Rig().store(store).start()) {
            for (String run : new String[] {"first run", "the same again"}) {
                long start = System.nanoTime();
                Object counts = rig.camel
                        .createProducerTemplate()
                        .requestBody("whatsapp-policy:consent?action=import", file.toFile());
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s, %s: %,.0f rows/s, %,d MB of heap in use afterwards, %s",
                        kind,
                        run,
                        ROWS / seconds,
                        heap(),
                        counts));
                assertThat(counts).asString().contains("rows=" + ROWS);
            }
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static Path rows() throws IOException {
        Path file = Files.createTempFile("import", ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("recipient,purpose,actedAt,reference,expires\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("+55119" + (70_000_000 + i) + ",slip,2026-03-01T10:00:00Z,form-" + i
                        + ",2027-03-01T00:00:00Z\n");
            }
        }
        return file;
    }
}
