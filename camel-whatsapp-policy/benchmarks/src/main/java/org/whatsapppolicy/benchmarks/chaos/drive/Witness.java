package org.whatsapppolicy.benchmarks.chaos.drive;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.whatsapppolicy.benchmarks.chaos.wire.CommitTap;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;
import org.whatsapppolicy.benchmarks.chaos.wire.HttpTap;
import org.whatsapppolicy.benchmarks.chaos.wire.Tap;

/** Writes down what is on the wire, and springs the traps of a node. */
public final class Witness {

    private final Queue<Sighting> sightings = new ConcurrentLinkedQueue<>();
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final List<Mishap> mishaps = new CopyOnWriteArrayList<>();

    Witness() {}

    /** Every request to send, in the order in which they were complete. */
    public List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /** Every webhook that was answered. */
    public List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** Everything that went wrong on purpose. */
    public List<Mishap> mishaps() {
        return List.copyOf(mishaps);
    }

    /** Every exception that a node told, whatever it had been asked for. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    void told(String problem) {
        if (!problem.isEmpty()) {
            problems.add(problem);
        }
    }

    void note(Mishap mishap) {
        mishaps.add(mishap);
    }

    void note(String what, String whose) {
        long now = System.nanoTime();
        note(new Mishap(what, whose, now, now));
    }

    Tap platform(String node, Trap trap) {
        boolean unused = trap.sprung(Trap.Place.CONNECT);
        return new HttpTap(new Platform(node, trap));
    }

    Tap database(Trap trap) {
        return new CommitTap(() -> {
            if (trap.sprung(Trap.Place.COMMIT_UNHEARD) || trap.sprung(Trap.Place.COMMIT_CUT)) {
                return false;
            }
            boolean unused = trap.sprung(Trap.Place.COMMIT_HEARD);
            return true;
        });
    }

    Tap webhooks() {
        return new HttpTap(new HttpTap.Ear() {
            @Override
            public boolean asked(HttpMessage request) {
                return true;
            }

            @Override
            public boolean answered(HttpMessage request, HttpMessage answer) {
                return receipts.add(new Receipt(request, answer));
            }
        });
    }

    private final class Platform implements HttpTap.Ear {

        private final String node;
        private final Trap trap;
        private final Queue<Sighting> open = new ConcurrentLinkedQueue<>();

        Platform(String node, Trap trap) {
            this.node = node;
            this.trap = trap;
        }

        @Override
        public boolean begins() {
            return !trap.sprung(Trap.Place.REQUEST_BEGUN);
        }

        @Override
        public boolean asked(HttpMessage request) {
            if (!request.line().startsWith("POST ") || !request.line().contains("/messages")) {
                return true;
            }
            Sighting sighting = new Sighting(node, request);
            sightings.add(sighting);
            open.add(sighting);
            if (trap.sprung(Trap.Place.REQUEST_LOST)) {
                return false;
            }
            boolean unused = trap.sprung(Trap.Place.REQUEST_SENT);
            return true;
        }

        @Override
        public boolean answered(HttpMessage request, HttpMessage answer) {
            Sighting sighting = open.poll();
            boolean goesOn = !trap.sprung(Trap.Place.ANSWER_UNHEARD);
            if (sighting != null) {
                sighting.answered(answer, goesOn);
            }
            return goesOn;
        }
    }
}
