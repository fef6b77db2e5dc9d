package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.limit.LimitName;
import org.whatsapppolicy.simulator.limit.LimitUse;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** A simulator whose limits are tried, and what became of messages; the tests are named after the platform's pages. */
abstract class LimitKit {

    static final String ANNA = "+5491155501001";
    static final String BERTA = "+5491155501002";
    static final String CARLA = "+5491155501003";
    static final String SECOND = "200000000000002";
    static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    final Map<String, String> fates = new ConcurrentHashMap<>();
    Simulator simulator;
    Client client;

    @BeforeEach
    void start() {
        open(START);
    }

    final void open(Instant start) {
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(start))
                .template(SimulatedTemplate.of("sale", "en_US", "MARKETING"))
                .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
                .build()
                .start();
        simulator.journeys().listen((journey, progress, failure) -> {
            if (progress != Progress.READ) {
                fates.put(journey.wamid(), failure == null ? progress.name() : "FAILED " + failure.code());
            }
        });
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    final void pass(Duration time) {
        simulator.clock().advance(time);
    }

    /** -1 for accepted, else the code of the error. */
    final int parcel(String to) throws Exception {
        return client.send(template(to, "parcel", "en_US", "[]")).code();
    }

    /** What became of it within a second. */
    final String fateOfSale(String to) throws Exception {
        return fate(template(to, "sale", "en_US", "[]"));
    }

    final String fateOfParcel(String to) throws Exception {
        return fate(template(to, "parcel", "en_US", "[]"));
    }

    final String fate(String json) throws Exception {
        Client.Answer answer = client.send(json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        pass(Duration.ofSeconds(1));
        return fates.getOrDefault(answer.wamid(), "SILENCE");
    }

    final LimitUse use(LimitName name) {
        return simulator.limits().usage().stream()
                .filter(use -> use.limit() == name)
                .findFirst()
                .orElseThrow();
    }
}
