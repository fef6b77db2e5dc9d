package org.whatsapppolicy.benchmarks.compare;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Warms all contestants up, then measures them in turn, several times over. */
final class Rounds {

    private final Options options;
    private final Judge judge;
    private final List<Entrant> entrants;

    Rounds(Options options, Platform platform, List<Contestant> contestants) {
        this.options = options;
        this.judge = new Judge(platform);
        this.entrants = contestants.stream()
                .map(contestant -> new Entrant(contestant, new People(options.people())))
                .toList();
    }

    /** Runs them and prints the table; whether the ledger bears out what was claimed. */
    boolean run(PrintStream out) throws Exception {
        for (Entrant entrant : entrants) {
            out.printf("warming up %s:", entrant.contestant().name());
            out.printf(" %d s%n", warmUp(entrant).toSeconds());
        }
        Map<Contestant, Measurement> results = new LinkedHashMap<>();
        for (int round = 1; round <= options.rounds(); round++) {
            out.printf("round %d of %d:", round, options.rounds());
            for (Entrant entrant : entrants) {
                Measurement measured = turn(entrant, options.roundLasts());
                out.printf(" %s %,.0f/s", entrant.contestant().name(), measured.perSecond());
                results.merge(entrant.contestant(), measured, Measurement::and);
            }
            out.println();
        }
        Report.print(out, results);
        judge.print(out);
        return judge.content();
    }

    /** As long as was asked for, and on until the compiler rests, but no longer than six times that. */
    private Duration warmUp(Entrant entrant) throws Exception {
        Duration least = options.warmupLasts();
        Duration done = Duration.ZERO;
        boolean resting = false;
        while (done.compareTo(least) < 0 || (!resting && done.compareTo(least.multipliedBy(6)) < 0)) {
            Duration slice = least.dividedBy(3);
            Duration before = Processor.compiling();
            turn(entrant, slice);
            resting = Processor.compiling().minus(before).multipliedBy(10).compareTo(slice) < 0;
            done = done.plus(slice);
        }
        return done;
    }

    private Measurement turn(Entrant entrant, Duration lasts) throws Exception {
        System.gc();
        judge.before();
        Load load = new Load(entrant.people(), options.inFlight(), lasts);
        entrant.contestant().send(load);
        Measurement measured = load.finish();
        judge.after(entrant.contestant(), measured);
        return measured;
    }

    private record Entrant(Contestant contestant, People people) {}
}
