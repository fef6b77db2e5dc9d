package org.whatsapppolicy.quickstart;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.whatsapppolicy.simulator.people.Behaviour;
import org.whatsapppolicy.simulator.people.Deed;
import org.whatsapppolicy.simulator.people.Delay;
import org.whatsapppolicy.simulator.people.People;

/** Whose phones the demo's messages arrive at, and who answers. */
final class DemoPeople {

    private DemoPeople() {}

    static void moveIn(People people) {
        try (InputStream in = DemoPeople.class.getResourceAsStream("/data/phones.csv")) {
            if (in == null) {
                throw new IllegalStateException("found no /data/phones.csv in the jar, expected the demo's people");
            }
            MappingIterator<Map<String, String>> rows = new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(in);
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                people.person(row.getOrDefault("phone", ""))
                        .named(row.getOrDefault("name", ""))
                        .behaves(behaviour(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Behaviour behaviour(Map<String, String> row) {
        Behaviour quick = Behaviour.quiet()
                .deliveredAfter(Delay.between(Duration.ofMillis(300), Duration.ofMillis(900)))
                .reads(1, Delay.around(Duration.ofSeconds(2)));
        // Late enough for the first batch to be over, so that its table is the same each time.
        Delay soon = Delay.between(Duration.ofSeconds(6), Duration.ofSeconds(12));
        String text = row.getOrDefault("text", "");
        return switch (row.getOrDefault("does", "")) {
            case "answers" -> quick.does(Deed.answers(text), 1, soon);
            case "taps" -> quick.does(Deed.taps(), 1, soon);
            case "stops-offers" -> quick.does(Deed.stopsOffers(), 1, soon, "marketing");
            case "away" -> quick.neverReads();
            default -> quick;
        };
    }
}
