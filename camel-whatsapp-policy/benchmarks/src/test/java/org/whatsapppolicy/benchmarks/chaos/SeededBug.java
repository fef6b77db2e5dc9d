package org.whatsapppolicy.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Mistakes that somebody could make in the product. Each is a change of its sources, compiled for the nodes of one run alone. */
enum SeededBug {
    NO_SENDING_WRITE(
            5,
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/jdbc/Deciding.java",
                    "MessageTable.write(session, fold.written(), happenings);",
                    """
                    MessageTable.write(session, fold.written().stream()
                            .filter(one -> !one.row().progress().state().name().equals("SENDING")).toList(), happenings);""")),
    CAPS_COUNTED_AFTER_THE_SEND(
            2,
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/state/Progress.java",
                    "yield new Progress(MessageState.SENDING, attempt, at, null, before, before, answered, null, 0);",
                    "yield new Progress(MessageState.SENDING, attempt, at, null, before, before, null, null, 0);")),
    OPT_OUTS_IGNORED_IN_THE_OUTBOX(
            1,
            new Change(
                    "policy/src/main/java/org/whatsapppolicy/policy/rule/NotOptedOut.java",
                    "if (optOut != null",
                    "if (c.request.attempt() == 0 && optOut != null")),
    /** What a join under the lock gives: the consent from before the opt-out that was waited for. */
    LOADED_WITH_THE_LOCK(
            1,
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/jdbc/Rounds.java",
                    "Map<String, People.Found> locked = People.lock(locking, addresses, waiting);",
                    """
                    Deciding.early(session, addresses);
                    Map<String, People.Found> locked = People.lock(locking, addresses, true);"""),
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/jdbc/Rounds.java",
                    "Map<String, People.Found> locked = People.lock(locking,",
                    """
                    java.util.concurrent.locks.LockSupport.parkNanos(60_000_000);
                    Map<String, People.Found> locked = People.lock(locking,""",
                    true),
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/jdbc/Deciding.java",
                    "ConsentTable.Loading consents = ConsentTable.load(trip, ids);",
                    """
                    ConsentTable.Loading loaded = EARLY.get();
                    EARLY.remove();
                    ConsentTable.Loading consents = loaded == null ? ConsentTable.load(trip, ids) : loaded;"""),
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/jdbc/Deciding.java",
                    "    private final People people;",
                    """
                    static final ThreadLocal<ConsentTable.Loading> EARLY = new ThreadLocal<>();

                    static void early(Session session, List<Address> addresses) throws SQLException {
                        Trip trip = new Trip(session);
                        EARLY.set(ConsentTable.load(trip, People.find(session, addresses).values().stream()
                                .map(found -> found.who().person()).sorted().toList()));
                        trip.go();
                    }

                        private final People people;""")),
    RECEIPT_WITHOUT_WAITING(
            1,
            new Change(
                    "component/src/main/java/org/whatsapppolicy/camel/webhook/UnderWay.java",
                    "over = store.inbox().underWay(people).isEmpty();",
                    "over = true;"),
            // Nobody notices while requests follow their decision within a millisecond.
            new Change(
                    "component/src/main/java/org/whatsapppolicy/camel/transport/HttpTransport.java",
                    "Processor producer = producers.computeIfAbsent",
                    """
                    java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
                    Processor producer = producers.computeIfAbsent""",
                    true)),
    TRIED_AGAIN_THOUGH_SENT(
            3,
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/state/Progress.java",
                    "return state.ended() && countsTo == null && earlier.attempts().isEmpty();",
                    "return state != MessageState.SENDING && state != MessageState.HELD;")),
    TAKEN_AND_NOT_WRITTEN(
            4,
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/jdbc/Deciding.java",
                    "MessageTable.write(session, fold.written(), happenings);",
                    """
                    MessageTable.write(session, fold.written().stream()
                            .filter(one -> !one.row().progress().state().name().equals("HELD")).toList(), happenings);""")),
    A_RATE_THAT_NOBODY_ASKS_FOR(
            6,
            new Change(
                    "component/src/main/java/org/whatsapppolicy/camel/send/Tokens.java",
                    "return rate == 0 || takeLimited(now);",
                    "return true;"),
            new Change(
                    "component/src/main/java/org/whatsapppolicy/camel/send/Tokens.java",
                    "if (rate == 0) {\n            return 0;",
                    "if (rate >= 0) {\n            return 0;")),
    A_REASON_LEFT_OUT(
            7,
            new Change(
                    "store/src/main/java/org/whatsapppolicy/store/jdbc/MessageColumns.java",
                    "ReasonsJson.write(j.reasons()),",
                    "ReasonsJson.write(j.reasons().stream().skip(1).toList()),")),
    A_TEXT_LOGGED(
            8,
            new Change(
                    "component/src/main/java/org/whatsapppolicy/camel/send/Courier.java",
                    "    void carry(Passage passage, Lane lane) {",
                    """
                    void carry(Passage passage, Lane lane) {
                        System.out.println("sending " + passage.request().content().json());"""));

    /** @param harmless whether it only gives the bug time to show */
    private record Change(String file, String found, String instead, boolean harmless) {

        Change(String file, String found, String instead) {
            this(file, found, instead, false);
        }
    }

    private final int promise;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Change> changes;

    SeededBug(int promise, Change... changes) {
        this.promise = promise;
        this.changes = List.of(changes);
    }

    /** Which promise it breaks. */
    int promise() {
        return promise;
    }

    /** Whether something slows the nodes down so that it shows. */
    boolean slows() {
        return changes.stream().anyMatch(Change::harmless);
    }

    /** The same without the mistake: with what slows the nodes down alone. */
    Path withoutIt(Path directory, String classPath) throws IOException {
        return classes(changes.stream().filter(Change::harmless).toList(), directory, classPath);
    }

    /**
     * Compiles the changed sources.
     *
     * @param classPath what they are compiled with
     * @return a directory to stand first on a class path
     */
    Path classes(Path directory, String classPath) throws IOException {
        return classes(changes, directory, classPath);
    }

    private Path classes(List<Change> changes, Path directory, String classPath) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Change change : changes) {
            Path source = Path.of("..").resolve(change.file);
            String text = texts.getOrDefault(change.file, Files.readString(source));
            assertThat(text)
                    .as("the place in %s that the bug is put in", source)
                    .contains(change.found);
            texts.put(change.file, text.replace(change.found, change.instead));
        }
        List<String> words = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-parameters", "-d", directory.toString(), "-cp", classPath));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = directory.resolve("src").resolve(new File(text.getKey()).getName());
            Files.createDirectories(file.getParent());
            words.add(Files.writeString(file, text.getValue()).toString());
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
        assertThat(failed).as("errors of the compiler in %s", this).isZero();
        return directory;
    }
}
