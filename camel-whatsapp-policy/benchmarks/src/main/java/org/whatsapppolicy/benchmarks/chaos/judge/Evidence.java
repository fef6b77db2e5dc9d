package org.whatsapppolicy.benchmarks.chaos.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.benchmarks.chaos.drive.Deed;
import org.whatsapppolicy.benchmarks.chaos.drive.Letter;
import org.whatsapppolicy.benchmarks.chaos.drive.Mishap;
import org.whatsapppolicy.benchmarks.chaos.drive.Receipt;
import org.whatsapppolicy.benchmarks.chaos.drive.Sighting;
import org.whatsapppolicy.benchmarks.chaos.drive.Told;
import org.whatsapppolicy.benchmarks.chaos.drive.VirtualTime;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/**
 * Everything that is known of a run when it is over.
 *
 * @param people their numbers
 * @param deeds what the driver did
 * @param sightings the requests on the wire, in their order
 * @param receipts the webhooks that were answered
 * @param mishaps what went wrong on purpose
 * @param ledger what the platform was asked, with its answers
 * @param rows the messages of the database, by id
 * @param keys message ids by idempotency key
 * @param past what was known of people when
 * @param inbounds what people wrote, by person
 * @param time the clock of the run
 * @param shown what nodes wrote into logs and showed to operators, by where
 * @param cameToRest whether nothing was left to do in the end
 */
public record Evidence(
        List<String> people,
        List<Deed> deeds,
        List<Sighting> sightings,
        List<Receipt> receipts,
        List<Mishap> mishaps,
        List<LedgerEntry> ledger,
        Map<String, Row> rows,
        Map<String, String> keys,
        Past past,
        Map<Long, List<Inbound>> inbounds,
        VirtualTime time,
        Map<String, String> shown,
        boolean cameToRest) {

    /**
     * A person wrote.
     *
     * @param wrote when, by the message's own time
     * @param received when the database was told
     */
    public record Inbound(Instant wrote, Instant received) {}

    /** The deeds of one kind. */
    <T extends Deed> List<T> deeds(Class<T> kind) {
        return deeds.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The deeds of one kind, by whom they concern. */
    <T extends Deed> Map<String, List<T>> byPhone(Class<T> kind) {
        Map<String, List<T>> map = new HashMap<>();
        deeds(kind).forEach(deed -> map.computeIfAbsent(deed.phone(), p -> new ArrayList<>())
                .add(deed));
        return map;
    }

    /** The sightings by our id of the message, each list in its order. */
    Map<String, List<Sighting>> byMessage() {
        Map<String, List<Sighting>> map = new TreeMap<>();
        sightings.forEach(s ->
                map.computeIfAbsent(s.letter().id(), id -> new ArrayList<>()).add(s));
        return map;
    }

    /** The messages that the platform took, by our id; more than one are a breach. */
    Map<String, List<LedgerEntry>> accepted() {
        Map<String, List<LedgerEntry>> map = new TreeMap<>();
        for (LedgerEntry entry : ledger) {
            String data = entry.asked().callbackData();
            if (entry.accepted() && data != null) {
                map.computeIfAbsent(Letter.message(data), i -> new ArrayList<>())
                        .add(entry);
            }
        }
        return map;
    }

    /** What the platform told of messages, by our id, in the order in which it was taken. */
    Map<String, List<Told>> told() {
        return receipts.stream()
                .flatMap(receipt -> receipt.statuses().stream())
                .collect(Collectors.groupingBy(Told::message, TreeMap::new, Collectors.toList()));
    }

    /** How many messages the platform took and told later to have failed, by what it told. */
    public Map<String, Long> failures() {
        return told().values().stream()
                .flatMap(List::stream)
                .filter(Told::failed)
                .collect(Collectors.groupingBy(Told::toString, TreeMap::new, Collectors.counting()));
    }

    /** How many messages were handed to nodes. */
    public int sends() {
        return deeds(Deed.Send.class).size();
    }

    /** How many messages ended where. */
    public Map<String, Long> states() {
        return rows.values().stream().collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
    }

    /** How many sends were answered how. */
    public Map<String, Long> outcomes() {
        return deeds(Deed.Send.class).stream()
                .map(send -> send.answer().isMissingNode()
                        ? "no answer"
                        : send.answer().has("exception")
                                ? send.answer().path("exception").asText()
                                : send.outcome().isEmpty()
                                        ? send.answer().path("decision").asText()
                                        : send.outcome())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** The row of a key, or null. */
    @Nullable
    Row byKey(String key) {
        String id = keys.get(key);
        return id == null ? null : rows.get(id);
    }
}
