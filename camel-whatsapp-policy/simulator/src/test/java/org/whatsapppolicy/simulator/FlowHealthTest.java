package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;

/** Flows that are not well; after "Flows: health monitoring". */
class FlowHealthTest {

    private Receiver receiver;
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        simulator = Client.aSimulator()
                .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
                .build()
                .start();
        client = new Client(simulator);
        simulator.people().person("+15550101001").writes("Hello?");
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private int send(String flow) throws Exception {
        return client.send(message(
                        "interactive",
                        "{'type':'flow','body':{'text':'Book a berth'},'action':{'name':'flow','parameters':"
                                + "{'flow_message_version':'3','flow_id':'" + flow + "','flow_cta':'Book'}}}"))
                .code();
    }

    @Test
    @Conforms("C-675")
    void a_throttled_one_goes_ten_times_an_hour_and_once_more_is_132069() throws Exception {
        simulator.flows().throttle("77");
        for (int i = 0; i < 10; i++) {
            assertThat(send("77")).isEqualTo(-1);
        }

        assertThat(send("77")).isEqualTo(132069);
        assertThat(send("78")).isEqualTo(-1);
        simulator.clock().advance(Duration.ofHours(1).minusMillis(1));
        assertThat(send("77")).isEqualTo(132069);
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(send("77")).isEqualTo(-1);
    }

    @Test
    @Conforms("C-676")
    void a_blocked_one_is_132068_until_it_is_well_again() throws Exception {
        simulator.flows().block("77");
        assertThat(send("77")).isEqualTo(132068);

        simulator.flows().recover("77");
        assertThat(send("77")).isEqualTo(-1);
    }

    @Test
    void each_change_is_told() throws Exception {
        simulator.webhooks().subscribe(receiver.uri(), "secret");
        simulator.flows().throttle("77");
        simulator.flows().throttle("77");

        JsonNode told = new ObjectMapper().readTree(receiver.next().body()).at("/entry/0/changes/0/value");
        assertThat(told.path("event").asText()).isEqualTo("FLOW_STATUS_CHANGE");
        assertThat(told.path("old_status").asText()).isEqualTo("PUBLISHED");
        assertThat(told.path("new_status").asText()).isEqualTo("THROTTLED");
        simulator.webhooks().awaitQuiet(Receiver.PATIENCE);
        assertThat(receiver.all()).isEmpty();
    }
}
