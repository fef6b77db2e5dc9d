package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.people.Person;

/** Blocking people, after "Block users". */
class BlockUsersTest {

    private static final String PATH = NUMBER + "/block_users";
    private static final String ANNA = "+15550101001";
    private static final String BERT = "+15550101002";

    private final Receiver receiver = receiver();
    private final Simulator simulator = Client.aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .webhook(receiver.uri(), "secret")
            .build()
            .start();
    private final Graph graph = new Graph(simulator);
    private final Client client = new Client(simulator);

    private static Receiver receiver() {
        try {
            return new Receiver();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private static String users(String... users) {
        StringBuilder json = new StringBuilder("{'messaging_product':'whatsapp','block_users':[");
        for (String user : users) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                    .append("{'")
                    .append(user.startsWith("+") ? "user" : "user_id")
                    .append("':'")
                    .append(user)
                    .append("'}");
        }
        return json.append("]}").toString();
    }

    @Test
    @Conforms("C-187")
    void whoever_wrote_within_24_hours_can_be_blocked_by_phone_or_user_id() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        simulator.people().person(BERT).withUserId("US.17").writes("Hello?");

        JsonNode blocked = graph.post(PATH, users(ANNA, "US.17")).json().path("block_users");
        assertThat(blocked.path("added_users").path(0).path("input").asText()).isEqualTo(ANNA);
        assertThat(blocked.path("added_users").path(0).path("wa_id").asText()).isEqualTo("15550101001");
        assertThat(blocked.path("added_users").path(1).path("user_id").asText()).isEqualTo("US.17");
        assertThat(blocked.path("added_users").path(1).has("wa_id")).isFalse();
        JsonNode list = graph.get(PATH).json().path("data");
        assertThat(list).hasSize(2);
        assertThat(list.path(0).path("wa_id").asText()).isEqualTo("15550101001");
        assertThat(list.path(1).path("user_id").asText()).isEqualTo("US.17");
        assertThat(graph.get(PATH + "?limit=1").json().path("paging").has("next"))
                .isTrue();
    }

    @Test
    @Conforms("C-188")
    void others_fail_and_the_answer_says_which() throws Exception {
        Person anna = simulator.people().person(ANNA);
        anna.writes("Hello?");
        simulator.people().person(BERT).writes("Hello?");
        simulator.clock().advance(Duration.ofHours(24));
        anna.writes("Hello again?");

        Graph.Answer answer = graph.post(PATH, users(ANNA, BERT, "US.ENT.17", "+1555"));
        JsonNode blocked = answer.json().path("block_users");
        assertThat(blocked.path("added_users")).hasSize(1);
        assertThat(blocked.path("failed_users").findValuesAsText("input"))
                .isEqualTo(List.of(BERT, "US.ENT.17", "+1555"));
        assertThat(blocked.path("failed_users")
                        .path(0)
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asInt())
                .isEqualTo(131047);
        assertThat(answer.json().path("errors").path("code").asInt()).isEqualTo(139100);
        assertThat(simulator.ledger().requests())
                .last()
                .satisfies(entry -> assertThat(entry.answered().code()).isEqualTo(139100));
    }

    @Test
    @Conforms("C-189")
    void the_blocked_can_neither_be_written_to_nor_write() throws Exception {
        Person anna = simulator.people().person(ANNA).reads(false);
        anna.writes("Hello?");
        receiver.next();
        graph.post(PATH, users(ANNA));

        anna.writes("Hello again?");
        simulator.webhooks().awaitQuiet(Receiver.PATIENCE);
        assertThat(receiver.all()).isEmpty();
        String wamid = client.send(Client.text(ANNA, "Hi")).wamid();
        simulator.clock().advance(Duration.ofMinutes(1));
        Awaitility.await().untilAsserted(() -> assertThat(receiver.next().text())
                .contains(wamid)
                .contains("failed")
                .contains("130403"));

        assertThat(graph.delete(PATH, users(ANNA))
                        .json()
                        .path("block_users")
                        .path("removed_users")
                        .path(0)
                        .path("wa_id")
                        .asText())
                .isEqualTo("15550101001");
        assertThat(graph.get(PATH).json().path("data")).isEmpty();
        anna.writes("Am I back?");
        assertThat(receiver.next().text()).contains("Am I back?");
    }

    @Test
    @Conforms("C-190")
    void unblocking_has_no_24_hour_rule() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        graph.post(PATH, users(ANNA));
        simulator.clock().advance(Duration.ofDays(9));

        assertThat(graph.delete(PATH, users(ANNA)).status()).isEqualTo(200);
        assertThat(simulator.blockLists().of(NUMBER)).isEmpty();
    }

    @Test
    @Conforms("C-191")
    void a_full_list_is_139101_and_accidents_have_their_codes() throws Exception {
        simulator.blockLists().most(1);
        simulator.people().person(ANNA).writes("Hello?");
        simulator.people().person(BERT).writes("Hello?");

        assertThat(graph.post(PATH, users(ANNA, BERT)).code()).isEqualTo(139101);
        assertThat(graph.post(PATH, users(ANNA)).status()).isEqualTo(200);
        simulator.blockLists().failNext(139102);
        assertThat(graph.delete(PATH, users(ANNA)).code()).isEqualTo(139102);
        simulator.blockLists().failNext(139103);
        assertThat(graph.delete(PATH, users(ANNA)).code()).isEqualTo(139103);
        assertThat(graph.delete(PATH, users(ANNA)).status()).isEqualTo(200);
        assertThat(graph.post(PATH, "{'messaging_product':'whatsapp'}").code()).isEqualTo(100);
    }
}
