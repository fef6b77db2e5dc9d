package org.whatsapppolicy.benchmarks.compare;

import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** The simulator that takes all messages of a run, without limits and without webhooks. */
final class Platform implements AutoCloseable {

    private static final long KEPT = 1_000;
    private static final String NUMBER = "106540352242922";
    private static final String TOKEN = "EAAbenchmark";

    private final Simulator simulator;

    Platform() {
        simulator = Simulator.builder()
                .token(TOKEN)
                .number(NUMBER, "+55 11 3000-0000", "102290129340398")
                .template(SimulatedTemplate.of(Slip.TEMPLATE, Slip.LANGUAGE, "UTILITY")
                        .withVariables(1))
                .build()
                .start();
        simulator.ledger().keepBodies(false);
        simulator.ledger().keepAtMost(KEPT);
    }

    String baseUri() {
        return simulator.baseUri();
    }

    String number() {
        return NUMBER;
    }

    String token() {
        return TOKEN;
    }

    /** Messages accepted so far, by its ledger. */
    long accepted() {
        return simulator.ledger().acceptedCount();
    }

    /** Requests seen so far, by its ledger. */
    long requests() {
        return simulator.ledger().count();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
