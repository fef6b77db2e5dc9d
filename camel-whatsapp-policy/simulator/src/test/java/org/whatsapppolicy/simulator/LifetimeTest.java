package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.ACCOUNT;
import static org.whatsapppolicy.simulator.Client.NUMBER;
import static org.whatsapppolicy.simulator.Client.TOKEN;
import static org.whatsapppolicy.simulator.Client.json;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.shown.Progress;

/** How long messages are tried before they are dropped without a word; after "Time to live". */
class LifetimeTest {

    private static final String ANNA = "+5491155501001";
    private static final String TO = "{'messaging_product':'whatsapp','to':'" + ANNA + "',";

    private final Simulator simulator = Client.aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .build()
            .start();
    private final Client client = new Client(simulator);
    private final Graph graph = new Graph(simulator);
    private final Person anna = simulator.people().person(ANNA);
    private final Set<String> delivered = new HashSet<>();

    @BeforeEach
    void listen() {
        Runnable unused = simulator.journeys().listen((journey, progress, failure) -> {
            if (progress == Progress.DELIVERED) {
                delivered.add(journey.wamid());
            }
        });
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void create(String name, String category, String ttl) throws Exception {
        Graph.Answer created = graph.post(
                ACCOUNT + "/message_templates",
                "{'name':'" + name + "','language':'en_US','category':'" + category + "','message_send_ttl_seconds':'"
                        + ttl
                        + "','components':[{'type':'BODY','text':'The harbour opens its gates at seven today'}]}");
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMinutes(1));
    }

    private static String template(String name) {
        return json(TO + "'type':'template','template':{'name':'" + name + "','language':{'code':'en_US'}}}");
    }

    /** Whether a message just sent is still delivered when the phone was off for that long. */
    private boolean arrives(Client.Answer sent, Duration phoneOff) {
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        anna.phone().switchOff();
        simulator.clock().advance(phoneOff);
        anna.phone().switchOn();
        simulator.clock().advance(Duration.ofSeconds(1));
        return delivered.contains(sent.wamid());
    }

    @Test
    @Conforms("C-667")
    void a_template_has_a_time_to_live_of_its_own() throws Exception {
        create("parcel", "UTILITY", "60");

        assertThat(arrives(client.send(template("parcel")), Duration.ofSeconds(59)))
                .isTrue();
        assertThat(arrives(client.send(template("parcel")), Duration.ofSeconds(61)))
                .isFalse();
    }

    @Test
    @Conforms("C-668")
    void minus_one_stands_for_thirty_days() throws Exception {
        create("parcel", "UTILITY", "-1");

        assertThat(arrives(client.send(template("parcel")), Duration.ofDays(30).minusSeconds(1)))
                .isTrue();
        assertThat(arrives(client.send(template("parcel")), Duration.ofDays(30).plusSeconds(1)))
                .isFalse();
    }

    @Test
    @Conforms("C-669")
    void that_of_marketing_holds_on_its_own_endpoint_only() throws Exception {
        create("sale", "MARKETING", "43200");
        Duration longer = Duration.ofHours(13);

        assertThat(arrives(client.send(template("sale")), longer)).isTrue();
        assertThat(arrives(
                        client.post("/v23.0/" + NUMBER + "/marketing_messages", template("sale"), "Bearer " + TOKEN),
                        longer))
                .isFalse();
    }

    @Test
    @Conforms("C-670")
    void a_message_sent_directly_brings_its_own() throws Exception {
        simulator.terms(ACCOUNT).directSend(true);
        String message = json(TO + "'category':'utility','ttl_seconds':600,'type':'text','text':{'body':'At seven'}}");

        assertThat(arrives(client.send(message), Duration.ofMinutes(9))).isTrue();
        assertThat(arrives(client.send(message), Duration.ofMinutes(11))).isFalse();
    }
}
