package org.whatsapppolicy.benchmarks.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Compares what a contestant claims with what the simulator's ledger says, turn by turn. */
final class Judge {

    private final Platform platform;
    private final List<String> complaints = new ArrayList<>();
    private long acceptedBefore;
    private long requestsBefore;
    private long turns;

    Judge(Platform platform) {
        this.platform = platform;
    }

    void before() {
        acceptedBefore = platform.accepted();
        requestsBefore = platform.requests();
    }

    void after(Contestant contestant, Measurement claimed) {
        turns++;
        if (contestant.name().equals("nothing")) {
            return;
        }
        long accepted = platform.accepted() - acceptedBefore;
        long requests = platform.requests() - requestsBefore;
        if (accepted != claimed.accepted() || requests != accepted || claimed.failed() > 0) {
            complaints.add(contestant.name() + " claims " + claimed.accepted() + " accepted and " + claimed.failed()
                    + " failed; the ledger has " + accepted + " accepted of " + requests + " requests");
        }
    }

    boolean content() {
        return complaints.isEmpty();
    }

    void print(PrintStream out) {
        if (content()) {
            out.println("ledger: in each of " + turns + " turns the simulator accepted exactly what was claimed");
        } else {
            out.println("FAILED: the ledger does not bear out what was claimed");
            complaints.forEach(complaint -> out.println("  " + complaint));
        }
    }
}
