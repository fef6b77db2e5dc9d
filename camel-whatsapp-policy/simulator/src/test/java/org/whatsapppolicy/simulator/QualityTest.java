package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.quality.QualityRules;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** Quality, and the pauses that follow from it (pages: Template quality, Template pausing, Messaging limits). */
class QualityTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Receiver receiver;
    private Simulator simulator;
    private Client client;
    private int people;
    private int seen;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
                .template(SimulatedTemplate.of("sale", "en_US", "MARKETING"))
                .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
                .webhook(receiver.uri(), "secret")
                .build()
                .start();
        client = new Client(simulator);
        simulator.quality().judge(QualityRules.guessed().from(10));
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    /** Delivers so many of a template to new people, of whom some block the business. */
    private void deliver(String name, int count, int blocks) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add("+54911" + (55_500_000 + people++));
            assertThat(send(name, numbers.get(i))).isEqualTo(-1);
        }
        simulator.clock().advance(Duration.ofSeconds(1));
        for (int i = 0; i < blocks; i++) {
            simulator.people().person(numbers.get(i)).chat().blocks();
        }
    }

    private int send(String name, String to) throws Exception {
        return client.send(template(to, name, "en_US", "[]")).code();
    }

    private SimulatedTemplate stored(String name) {
        return Objects.requireNonNull(simulator.templates().find(name, "en_US")).template();
    }

    private String statusOfSale() {
        return stored("sale").status();
    }

    private String qualityOfSale() {
        return stored("sale").quality();
    }

    private String rating() {
        return simulator.numbers().get(Client.NUMBER).qualityRating();
    }

    private String numberStatus() throws Exception {
        return client.get("/v23.0/" + Client.NUMBER + "?fields=status")
                .json()
                .path("status")
                .asText();
    }

    /** What was announced about templates and accounts since the last call, one line each. */
    private List<String> announced() throws Exception {
        simulator.webhooks().awaitQuiet(Receiver.PATIENCE);
        List<WebhookAttempt> attempts = simulator.ledger().webhooks();
        List<String> lines = new ArrayList<>();
        for (WebhookAttempt attempt : attempts.subList(seen, attempts.size())) {
            JsonNode value = JSON.readTree(attempt.body()).at("/entry/0/changes/0/value");
            switch (attempt.field()) {
                case "message_template_status_update" ->
                    lines.add(value.path("event").asText() + " "
                            + value.at("/other_info/title").asText());
                case "message_template_quality_update" ->
                    lines.add(value.path("previous_quality_score").asText() + ">"
                            + value.path("new_quality_score").asText());
                case "account_update" ->
                    lines.add(value.path("event").asText() + " "
                            + value.at("/restriction_info/0/restriction_type").asText());
                default -> {
                    // Statuses are not what is asked for.
                }
            }
        }
        seen = attempts.size();
        return lines;
    }

    @Test
    void nothing_is_judged_before_enough_was_delivered() throws Exception {
        deliver("sale", 9, 9);
        assertThat(qualityOfSale()).isEqualTo("UNKNOWN");
        assertThat(rating()).isEqualTo("GREEN");
        assertThat(announced()).isEmpty();
    }

    @Test
    void blocks_lower_the_quality_of_the_number_and_of_the_last_template() throws Exception {
        deliver("parcel", 10, 0);
        deliver("sale", 40, 1);

        assertThat(qualityOfSale()).isEqualTo("YELLOW");
        assertThat(rating()).isEqualTo("YELLOW");
        assertThat(stored("parcel").quality()).isEqualTo("GREEN");
        assertThat(announced()).containsExactlyInAnyOrder("UNKNOWN>GREEN", "UNKNOWN>GREEN", "GREEN>YELLOW");
        assertThat(client.get("/v23.0/" + Client.NUMBER + "?fields=quality_rating")
                        .json()
                        .path("quality_rating")
                        .asText())
                .isEqualTo("YELLOW");
    }

    @Test
    void reports_weigh_three_times_and_stopped_offers_half() throws Exception {
        deliver("sale", 100, 0);
        simulator.people().person("+5491155500000").chat().stopsOffers();
        assertThat(qualityOfSale()).isEqualTo("GREEN");
        simulator.people().person("+5491155500001").chat().stopsOffers();
        assertThat(qualityOfSale()).isEqualTo("YELLOW");
        simulator.people().person("+5491155500002").chat().reports();
        assertThat(qualityOfSale()).isEqualTo("RED");
    }

    @Test
    @Conforms("C-682")
    void mutes_and_archives_count_a_little() throws Exception {
        deliver("sale", 100, 0);
        for (int i = 0; i < 3; i++) {
            simulator.people().person("+549115550000" + i).chat().mutes();
        }
        assertThat(qualityOfSale()).isEqualTo("GREEN");
        simulator.people().person("+5491155500003").chat().archives();
        assertThat(qualityOfSale()).isEqualTo("YELLOW");
        assertThat(simulator.people().person("+5491155500003").hasBlocked(Client.NUMBER))
                .isFalse();
    }

    @Test
    void a_low_template_is_paused_for_3_hours_then_for_6_then_disabled_for_good() throws Exception {
        deliver("sale", 10, 1);
        assertThat(statusOfSale()).isEqualTo("PAUSED");
        assertThat(send("sale", "+5491155600001")).isEqualTo(132015);
        assertThat(announced()).containsExactlyInAnyOrder("UNKNOWN>GREEN", "GREEN>RED", "PAUSED FIRST_PAUSE");
        simulator.clock().advance(Duration.ofHours(3).minusMillis(1));
        assertThat(statusOfSale()).isEqualTo("PAUSED");
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(announced()).containsExactly("APPROVED UNPAUSE");

        deliver("sale", 10, 1);
        assertThat(announced()).containsExactlyInAnyOrder("RED>GREEN", "GREEN>RED", "PAUSED SECOND_PAUSE");
        simulator.clock().advance(Duration.ofHours(6).minusMillis(1));
        assertThat(statusOfSale()).isEqualTo("PAUSED");
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(statusOfSale()).isEqualTo("APPROVED");

        deliver("sale", 10, 1);
        assertThat(announced()).contains("DISABLED DISABLED");
        simulator.clock().advance(Duration.ofDays(30));
        assertThat(send("sale", "+5491155600001")).isEqualTo(132016);
        assertThat(send("parcel", "+5491155600001")).isEqualTo(-1);
    }

    @Test
    void a_low_number_is_flagged_and_connected_again_once_it_has_recovered() throws Exception {
        deliver("parcel", 20, 1);
        assertThat(rating()).isEqualTo("RED");
        assertThat(numberStatus()).isEqualTo("FLAGGED");
        assertThat(send("parcel", "+5491155600001")).isEqualTo(132015);

        simulator.templates().approve("parcel", "en_US");
        deliver("parcel", 100, 0);
        assertThat(rating()).isEqualTo("GREEN");
        assertThat(numberStatus()).isEqualTo("CONNECTED");
    }

    @Test
    void a_number_that_stays_low_for_seven_days_is_restricted_for_a_day() throws Exception {
        simulator.quality().judge(new QualityRules(10, 0.01, 0.03, Duration.ofDays(100)));
        deliver("parcel", 20, 1);
        simulator.clock().advance(Duration.ofDays(7).minusHours(1));
        assertThat(numberStatus()).isEqualTo("FLAGGED");
        announced();

        simulator.clock().advance(Duration.ofHours(2));
        assertThat(numberStatus()).isEqualTo("RESTRICTED");
        assertThat(announced()).contains("ACCOUNT_RESTRICTION RESTRICTED_BIZ_INITIATED_MESSAGING");
        assertThat(send("parcel", "+5491155600001")).isEqualTo(131031);
        simulator.clock().advance(Duration.ofDays(1));
        assertThat(numberStatus()).isEqualTo("CONNECTED");
    }

    @Test
    void old_complaints_lose_their_weight() throws Exception {
        deliver("parcel", 60, 1);
        assertThat(rating()).isEqualTo("YELLOW");
        simulator.clock().advance(Duration.ofDays(4));
        deliver("parcel", 60, 0);
        assertThat(rating()).isEqualTo("GREEN");
    }

    @Test
    void switched_off_nothing_is_judged() throws Exception {
        simulator.quality().off();
        deliver("sale", 20, 10);
        assertThat(statusOfSale()).isEqualTo("APPROVED");
        assertThat(simulator.quality().standing()).isEmpty();
    }
}
