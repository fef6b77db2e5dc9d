package org.whatsapppolicy.benchmarks.chaos.drive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.whatsapppolicy.benchmarks.chaos.judge.Evidence;
import org.whatsapppolicy.benchmarks.chaos.judge.Past;
import org.whatsapppolicy.benchmarks.chaos.judge.Row;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;
import org.whatsapppolicy.benchmarks.chaos.wire.Moment;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.Answered;
import org.whatsapppolicy.simulator.ledger.Asked;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.memory.MemoryStore;

/** A run as somebody tells it who was not there: one person, one node, what happened at which millisecond. For tests of the judge. */
public final class Scene {

    /** The person. */
    public static final String PHONE = "+5511970000000";

    /** The node. */
    public static final String NODE = "node0";

    private static final long PERSON = 1;

    private final long zero = System.nanoTime();
    private final MemoryStore store =
            new MemoryStore(StoreOptions.DEFAULTS.clock(new StoreClock.Running(Setting.START)));
    private final VirtualTime time = new VirtualTime(store, SimulatorClock.virtual(Setting.START));
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Mishap> mishaps = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Past.Recorded> acts = new ArrayList<>();
    private final List<Evidence.Inbound> inbounds = new ArrayList<>();
    private final Map<String, String> shown = new TreeMap<>();
    private int order;

    /** The monotonic clock at a millisecond of the scene. */
    public long nanos(long millis) {
        return zero + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** What the store's clock showed then. */
    public Instant at(long millis) {
        return Setting.START.plusMillis(millis);
    }

    /** The clock. */
    public VirtualTime time() {
        return time;
    }

    /** What decides by the document of all runs. */
    public static PolicyEngine engine(Path directory) throws IOException {
        Path unused = Setting.policy(directory, true);
        return Setting.engine(directory);
    }

    /** A node sends a message, and the database knows of it. */
    public String request(long millis, String purpose) {
        String id = UUID.randomUUID().toString();
        String body = purpose.equals("chat")
                ? "{\"to\":\"%s\",\"biz_opaque_callback_data\":\"%s\",\"text\":{\"body\":\"x\"}}".formatted(PHONE, id)
                : "{\"to\":\"%s\",\"biz_opaque_callback_data\":\"%s\",\"template\":{\"name\":\"%s\"}}"
                        .formatted(PHONE, id, purpose);
        sightings.add(new Sighting(NODE, message("POST /v23.0/1001/messages HTTP/1.1", body, millis)));
        row(id, purpose, "SENDING", at(millis));
        return id;
    }

    /** A message stands in the database. */
    public Scene row(String id, String purpose, String state, Instant decided) {
        rows.put(
                id,
                new Row(
                        id,
                        PERSON,
                        PHONE,
                        purpose,
                        state,
                        1,
                        decided,
                        null,
                        decided,
                        null,
                        null,
                        null,
                        true,
                        decided,
                        "none",
                        "[]",
                        0,
                        decided.plusSeconds(1)));
        return this;
    }

    /** The platform takes a request. */
    public Scene takes(String id, String purpose) {
        return answers(id, purpose, new Answered(200, 0, 0, "wamid." + id, null, null));
    }

    /** A node's request comes to more than the sender may send, says the platform. */
    public String tooFast(long millis, String purpose) {
        String id = request(millis, purpose);
        hears(millis, 429, 130429, true);
        answers(id, purpose, new Answered(429, 130429, 0, null, null, null));
        return id;
    }

    /**
     * The platform answers the latest request.
     *
     * @param code of its error, 0 for none
     * @param wentOn whether the node gets that
     */
    public Scene hears(long millis, int status, int code, boolean wentOn) {
        String body = code == 0 ? "{}" : "{\"error\":{\"code\":%d}}".formatted(code);
        sightings.get(sightings.size() - 1).answered(message("HTTP/1.1 " + status + " x", body, millis), wentOn);
        return this;
    }

    /** The database does not know a message. */
    public Scene forgets(String id) {
        rows.remove(id);
        return this;
    }

    /** A node is asked for something, and says nothing. */
    public Scene silent(long from, long to) {
        deeds.add(new Deed.Unanswered(nanos(from), PHONE, NODE, nanos(to), Deed.Lost.WAITED, "/send"));
        return this;
    }

    /** A node is asked in the end, and says this of its outcome. */
    public Scene probed(long millis, String outcome) {
        deeds.add(new Deed.Probe(nanos(millis), PHONE, NODE, told(millis, "probe", outcome)));
        return this;
    }

    /** A route is told what became of its message. */
    public Scene tells(long millis, String id, String outcome) {
        deeds.add(told(millis, id, outcome));
        return this;
    }

    private Deed.Send told(long millis, String id, String outcome) {
        Deed.Send send = new Deed.Send(nanos(millis), PHONE, "slip", id, false);
        send.answered(
                JsonNodeFactory.instance.objectNode().put("outcome", outcome).put("messageId", id), nanos(millis));
        return send;
    }

    private Scene answers(String id, String purpose, Answered answered) {
        Asked asked = new Asked(
                Setting.START,
                "POST",
                "v23.0",
                "1001/messages",
                Operation.MESSAGE,
                PHONE,
                "template",
                purpose,
                "pt_BR",
                id,
                true,
                "");
        ledger.add(new LedgerEntry(ledger.size() + 1, asked, answered, true));
        return this;
    }

    /** A route is told that its message is denied, for these reasons. */
    public Scene denied(long millis, String id, String reasons) {
        Deed.Send send = new Deed.Send(nanos(millis), PHONE, "slip", id, false);
        send.answered(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("decision", "DENY")
                        .put("messageId", id)
                        .set("reasons", JsonNodeFactory.instance.arrayNode().add(reasons)),
                nanos(millis));
        deeds.add(send);
        return this;
    }

    private HttpMessage message(String line, String body, long millis) {
        Moment moment = new Moment(++order, nanos(millis));
        return new HttpMessage(line + "\r\n", body, moment, moment);
    }

    /** The person writes; {@code wamid} is the platform's id of it. */
    public Scene writes(long millis, Deed.Meaning meaning, String wamid) {
        deeds.add(new Deed.Written(nanos(millis), PHONE, meaning, wamid, at(millis)));
        return this;
    }

    /** A node answers a delivery of what the person wrote. */
    public Scene answers(long millis, String wamid, long wrote, int status) {
        String body = "{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[{\"id\":\"%s\",\"timestamp\":\"%d\"}]}}]}]}"
                .formatted(wamid, at(wrote).getEpochSecond());
        receipts.add(new Receipt(
                message("POST /whatsapp/webhook HTTP/1.1", body, millis),
                message("HTTP/1.1 " + status + " x", "", millis)));
        return this;
    }

    /** The person writes STOP, and a node says that it knows, and does. */
    public Scene stops(long millis) {
        return writes(millis, Deed.Meaning.STOP, "stop" + millis)
                .answers(millis, "stop" + millis, millis, 200)
                .records(
                        millis,
                        new ConsentAct.Withdrawn(
                                Scope.ALL,
                                by("keyword", Instant.ofEpochSecond(at(millis).getEpochSecond()))));
    }

    /** Somebody tries to tell a node that the person agreed. */
    public Scene grants(long millis, String purpose) {
        deeds.add(new Deed.Grant(nanos(millis), PHONE, purpose, at(millis)));
        return this;
    }

    /** The database takes an act. */
    public Scene records(long millis, ConsentAct act) {
        acts.add(new Past.Recorded(act, at(millis)));
        return this;
    }

    /** The database takes that the person agreed. */
    public Scene records(long millis, String purpose) {
        return records(
                millis,
                new ConsentAct.Granted(new Grant(purpose, by("signup", at(millis)), null, null, false, null, null)));
    }

    /** The database takes that the person wrote. */
    public Scene receives(long millis, long wrote) {
        inbounds.add(new Evidence.Inbound(at(wrote), at(millis)));
        return this;
    }

    private static org.whatsapppolicy.policy.consent.Evidence by(String source, Instant act) {
        return new org.whatsapppolicy.policy.consent.Evidence(act, source, null, null, null, null);
    }

    /** All nodes are given more at once than may leave in a second. */
    public Scene rush(long from, long to) {
        deeds.add(new Deed.Rush(nanos(from), PHONE, nanos(to)));
        return this;
    }

    /** Something goes wrong. */
    public Scene mishap(String what, String whose, long from, long to) {
        mishaps.add(new Mishap(what, whose, nanos(from), nanos(to)));
        return this;
    }

    /** A node shows something. */
    public Scene shows(String where, String text) {
        shown.put(where, text);
        return this;
    }

    /** All of it. */
    public Evidence evidence() {
        time.close();
        Map<Long, List<Past.Recorded>> past = new HashMap<>();
        past.put(PERSON, acts);
        Map<Long, List<Evidence.Inbound>> wrote = new HashMap<>();
        wrote.put(PERSON, inbounds);
        return new Evidence(
                List.of(PHONE),
                deeds,
                sightings,
                receipts,
                mishaps,
                ledger,
                rows,
                Map.of(),
                new Past(past),
                wrote,
                time,
                shown,
                true);
    }
}
