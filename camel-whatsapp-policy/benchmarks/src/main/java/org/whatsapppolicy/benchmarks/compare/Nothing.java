package org.whatsapppolicy.benchmarks.compare;

/** Sends nothing: {@code routes/nothing.yaml}. Runs only when asked for by name. */
final class Nothing {

    private Nothing() {}

    static Contestant start(Setting setting) throws Exception {
        return new CamelContestant(
                        "nothing", "the load alone, nothing is sent", "nothing is kept", setting.inFlight(), () -> {})
                .start("nothing.yaml");
    }
}
