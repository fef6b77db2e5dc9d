package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.kit.Stores;

/** Rows a second of an import, printed: {@code -Dimport.rows=100000 -Dtest=ImportSpeedTest}. */
@EnabledIfSystemProperty(named = "import.rows", matches = "\\d+")
class ImportSpeedTest {

    private static final int ROWS = Integer.getInteger("import.rows", 0);

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rows_a_second(String kind) throws Exception {
        Path file = rows();
        try (Stores stores = kind.equals("sqlite") ? Stores.sqlite() : Stores.postgres();
                PolicyStore store = stores.open(StoreOptions.DEFAULTS.frozenAt(Rig.MORNING));
                Rig rig = new Rig().store(store).start()) {
            for (String run : new String[] {"first run", "the same again"}) {
                long start = System.nanoTime();
                Object counts = rig.send("whatsapp-policy:consent?action=import", file.toFile(), Map.of())
                        .getMessage()
                        .getBody();
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.println(String.format(
                        Locale.ROOT, "%s, %s: %,.0f rows/s %s", kind, run, ROWS / seconds, counts));
                assertThat(counts).asString().contains("rows=" + ROWS);
            }
        }
    }

    private static Path rows() throws IOException {
        Path file = Files.createTempFile("import", ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("recipient,purpose,actedAt,reference,expires\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("+55119" + (70_000_000 + i) + ",slip,2026-03-01T10:00:00Z,form-" + i + ",2027-03-01T00:00:00Z\n");
            }
        }
        return file;
    }
}
