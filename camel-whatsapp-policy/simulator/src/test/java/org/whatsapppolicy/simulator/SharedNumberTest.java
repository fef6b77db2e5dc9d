package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.NUMBER;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.thread.Threads.Owner;

/** A number that is shared with Meta's agent; after "Conversation routing" and "Standby webhooks". */
class SharedNumberTest {

    private static final String ANNA = "+15550101001";
    private static final String WA_ID = "15550101001";

    private Receiver receiver;
    private Simulator simulator;
    private Client client;
    private Person anna;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        simulator = Client.aSimulator()
                .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
                .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
                .webhook(receiver.uri(), "secret")
                .build()
                .start();
        client = new Client(simulator);
        anna = simulator.people().person(ANNA);
        simulator.threads().give(NUMBER, WA_ID, Owner.AI_AGENT);
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private JsonNode change() throws Exception {
        return new ObjectMapper().readTree(receiver.next().body()).at("/entry/0/changes/0");
    }

    @Test
    @Conforms("C-671")
    void what_people_write_while_the_agent_owns_the_thread_is_told_on_standby_and_opens_the_window() throws Exception {
        anna.writes("STOP");

        JsonNode change = change();
        assertThat(change.path("field").asText()).isEqualTo("standby");
        assertThat(change.at("/value/standby/messages/0/text/body").asText()).isEqualTo("STOP");
        assertThat(anna.windowOpen(NUMBER)).isTrue();
    }

    @Test
    @Conforms("C-672")
    void a_service_message_takes_the_thread_over_where_no_routing_is_set_up() throws Exception {
        anna.writes("Hello?");
        assertThat(client.send(text(ANNA, "Hello!")).status()).isEqualTo(200);

        assertThat(simulator.threads().owner(NUMBER, WA_ID)).isEqualTo(Owner.APP);
        assertThat(change().path("field").asText()).isEqualTo("standby");
        anna.writes("Thanks");
        assertThat(change().path("field").asText()).isEqualTo("messages");
    }

    @Test
    void where_routing_is_set_up_it_is_refused_with_a_code_of_ones_own_choice() throws Exception {
        simulator.threads().refuseServiceMessages(131005);
        anna.writes("Hello?");

        assertThat(client.send(text(ANNA, "Hello!")).code()).isEqualTo(131005);
        assertThat(simulator.threads().owner(NUMBER, WA_ID)).isEqualTo(Owner.AI_AGENT);
    }

    @Test
    @Conforms("C-673")
    void a_template_needs_no_ownership_and_changes_none() throws Exception {
        simulator.threads().refuseServiceMessages(131005);

        assertThat(client.send(Client.template(ANNA, "parcel", "en_US", "[]")).status())
                .isEqualTo(200);
        assertThat(simulator.threads().owner(NUMBER, WA_ID)).isEqualTo(Owner.AI_AGENT);
    }

    @Test
    @Conforms("C-674")
    void a_thread_is_idle_again_after_24_hours_without_a_message_of_the_person() throws Exception {
        simulator.clock().advance(Duration.ofHours(23));
        anna.writes("Are you there?");
        assertThat(change().path("field").asText()).isEqualTo("standby");
        simulator.clock().advance(Duration.ofHours(24).minusMillis(1));
        assertThat(simulator.threads().owner(NUMBER, WA_ID)).isEqualTo(Owner.AI_AGENT);
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(simulator.threads().owner(NUMBER, WA_ID)).isEqualTo(Owner.NOBODY);
        anna.writes("Anybody?");

        assertThat(change().path("field").asText()).isEqualTo("messages");
    }

    @Test
    void a_thread_passed_on_by_user_id_is_that_persons_too() throws Exception {
        Person bert = simulator.people().person("+15550101002").withUserId("US.17");
        simulator.threads().give(NUMBER, "US.17", Owner.AI_AGENT);
        bert.writes("STOP");

        assertThat(change().path("field").asText()).isEqualTo("standby");
    }
}
