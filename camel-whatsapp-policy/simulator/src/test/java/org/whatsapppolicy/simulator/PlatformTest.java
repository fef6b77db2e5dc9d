package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.message.ClosedWindow;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

class PlatformTest {

    private static final String ANNA = "+15550101001";
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Simulator simulator = aSimulator()
            .clock(SimulatorClock.virtual(START))
            .closedWindow(ClosedWindow.REFUSE)
            .template(SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY")
                    .withHeader("News")
                    .withVariables(1)
                    .withQuickReplies("Thanks")
                    .withQuality("GREEN"))
            .template(SimulatedTemplate.of("autumn_sale", "de", "MARKETING").withBody("Dear {{name}}, come."))
            .template(SimulatedTemplate.of("code", "en_US", "AUTHENTICATION").withStatus("PENDING"))
            .build()
            .start();
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_closed_window_can_refuse_at_once() throws Exception {
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131047);
        simulator.people().person(ANNA).writes("Hello?");
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
    }

    @Test
    @Conforms("C-144")
    void a_window_belongs_to_one_number() throws Exception {
        simulator.numbers().add("200000000000002", "+15550100002", Client.ACCOUNT);
        simulator.people().person(ANNA).chat("200000000000002").writes("Hello?");

        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131047);
    }

    @Test
    @Conforms("C-145")
    void a_person_is_the_same_by_phone_number_and_by_user_id() throws Exception {
        simulator.people().person(ANNA).withUserId("US.17").writes("Hello?");

        Client.Answer answer = client.send(
                "{\"messaging_product\":\"whatsapp\",\"recipient\":\"US.17\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    @Conforms("C-146")
    void templates_are_listed_page_by_page() throws Exception {
        JsonNode first = client.get("/v23.0/" + Client.ACCOUNT + "/message_templates?limit=2")
                .json();

        assertThat(first.path("data")).hasSize(2);
        JsonNode parcel = first.path("data").path(0);
        assertThat(parcel.path("name").asText()).isEqualTo("parcel_sent");
        assertThat(parcel.path("id").isTextual()).isTrue();
        assertThat(parcel.path("quality_score").path("score").asText()).isEqualTo("GREEN");
        assertThat(parcel.path("components")).hasSize(3);
        assertThat(first.path("data").path(1).path("parameter_format").asText()).isEqualTo("NAMED");
        String next = first.path("paging").path("next").asText();
        JsonNode second =
                client.get(next.substring(simulator.baseUri().length())).json();
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.path("paging").has("next")).isFalse();
    }

    @Test
    @Conforms("C-147")
    void templates_are_filtered_and_belong_to_a_known_account() throws Exception {
        String path = "/v23.0/" + Client.ACCOUNT + "/message_templates";

        assertThat(client.get(path + "?status=PENDING").json().path("data")).hasSize(1);
        assertThat(client.get(path + "?name=nothing").json().path("data")).isEmpty();
        assertThat(client.get("/v23.0/1/message_templates").code()).isEqualTo(100);
    }

    @Test
    @Conforms("C-148")
    void a_number_tells_the_fields_asked_for() throws Exception {
        simulator.numbers().get(Client.NUMBER).qualityRating("RED").messagingLimit("TIER_2K");

        JsonNode number = client.get("/v23.0/" + Client.NUMBER
                        + "?fields=quality_rating,throughput,whatsapp_business_manager_messaging_limit")
                .json();

        assertThat(number.path("id").asText()).isEqualTo(Client.NUMBER);
        assertThat(number.path("quality_rating").asText()).isEqualTo("RED");
        assertThat(number.path("throughput").path("level").asText()).isEqualTo("STANDARD");
        assertThat(number.path("whatsapp_business_manager_messaging_limit").asText())
                .isEqualTo("TIER_2K");
        assertThat(number.has("verified_name")).isFalse();
        assertThat(client.get("/v23.0/" + Client.NUMBER + "?fields=shoe_size").code())
                .isEqualTo(100);
    }

    @Test
    void throughput_refuses_one_too_many_in_any_sliding_second() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        simulator.limits().strictThroughput(3);

        assertThat(client.send(text(ANNA, "1")).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMillis(600));
        assertThat(client.send(text(ANNA, "2")).status()).isEqualTo(200);
        assertThat(client.send(text(ANNA, "3")).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMillis(399));
        assertThat(client.send(text(ANNA, "4")).code()).isEqualTo(130429);
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(client.send(text(ANNA, "5")).status()).isEqualTo(200);
        assertThat(client.send(text(ANNA, "6")).code()).isEqualTo(130429);
    }

    @Test
    void the_pair_rate_lets_45_through_and_then_one_every_six_seconds() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        simulator.people().person("+15550101002").writes("Hello?");
        simulator.limits().pairRate();
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 46; i++) {
            codes.add(client.send(text(ANNA, "Hi")).code());
        }

        assertThat(codes.subList(0, 45)).containsOnly(-1);
        assertThat(codes.get(45)).isEqualTo(131056);
        assertThat(client.send(text("+15550101002", "Hi")).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMillis(5_999));
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131056);
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
    }

    @Test
    void everything_can_be_scripted_over_http() throws Exception {
        String written = client.post("/simulator/people/%2B15550101001/write", "{\"text\":\"Hello?\"}", "")
                .json()
                .path("id")
                .asText();
        assertThat(written).startsWith("wamid.");
        client.post("/simulator/faults", "{\"fault\":\"error-131016\",\"times\":2}", "");
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131016);
        client.delete("/simulator/faults");
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
        assertThat(client.get("/simulator/ledger").text().lines()).hasSize(2);
        client.delete("/simulator/ledger");
        assertThat(client.get("/simulator/ledger").text()).isEmpty();
        client.post("/simulator/clock", "{\"advance\":\"PT24H\"}", "");
        assertThat(client.get("/simulator/clock").json().path("now").asText()).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131047);
        assertThat(client.post("/simulator/faults", "{\"fault\":\"flood\"}", "").status())
                .isEqualTo(400);
        assertThat(client.get("/simulator/nothing").status()).isEqualTo(404);
    }

    @Test
    void a_virtual_clock_runs_tasks_in_order_of_time_and_each_sees_its_own() {
        SimulatorClock clock = SimulatorClock.virtual(START);
        List<String> ran = new ArrayList<>();
        clock.schedule(Duration.ofSeconds(2), () -> ran.add("two at " + clock.now()));
        clock.schedule(Duration.ofSeconds(1), () -> {
            ran.add("one at " + clock.now());
            clock.schedule(Duration.ofMillis(500), () -> ran.add("between"));
        });

        clock.advance(Duration.ofMillis(999));
        assertThat(ran).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(ran).containsExactly("one at 2026-11-25T12:00:01Z", "between", "two at 2026-11-25T12:00:02Z");
        assertThat(clock.asJavaClock().instant()).isEqualTo(START.plusMillis(2_999));
        assertThatThrownBy(() -> SimulatorClock.real().advance(Duration.ofSeconds(1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void waiting_for_what_does_not_come_fails_and_says_what_came() throws Exception {
        client.send(text(ANNA, "Hi"));

        assertThatThrownBy(() -> simulator.ledger().await(2, Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 2 requests within PT0.02S, saw 1");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (Simulator second = aSimulator().port(simulator.port()).build()) {
            assertThatThrownBy(second::start)
                    .hasMessage("found port " + simulator.port() + " taken by somebody else, expected a free one");
        }
    }

    @Test
    void a_real_clock_can_begin_at_another_time() {
        SimulatorClock shifted = SimulatorClock.realFrom(START);

        assertThat(shifted.now()).isBetween(START, START.plusSeconds(60));
        assertThat(shifted.isVirtual()).isFalse();
    }
}
