package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.message.ClosedWindow;
import org.whatsapppolicy.simulator.pricing.MeterLine;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.webhook.inbound.Referral;

/** What is billed, and as what (pages: Pricing, Pricing for non-template messages, Updates to pricing). */
class PricingTest {

    private static final String ANNA = "+5491155501001";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Receiver receiver;
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        open("2026-11-25T12:00:00Z");
    }

    private void open(String now) throws Exception {
        receiver = new Receiver();
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(Instant.parse(now)))
                .closedWindow(ClosedWindow.REFUSE)
                .template(SimulatedTemplate.of("sale", "en_US", "MARKETING"))
                .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
                .webhook(receiver.uri(), "secret")
                .build()
                .start();
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    /** The {@code delivered} status of a message just sent. */
    private JsonNode delivered(String json) throws Exception {
        Client.Answer answer = client.send(json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        simulator.clock().advance(Duration.ofSeconds(1));
        while (true) {
            JsonNode status = JSON.readTree(receiver.next().body()).at("/entry/0/changes/0/value/statuses/0");
            if (status.path("status").asText().equals("delivered")
                    && status.path("id").asText().equals(answer.wamid())) {
                return status;
            }
        }
    }

    private String price(String json) throws Exception {
        JsonNode pricing = delivered(json).path("pricing");
        assertThat(pricing.path("pricing_model").asText()).isEqualTo("PMP");
        return pricing.path("type").asText() + " " + pricing.path("category").asText() + " "
                + pricing.path("billable").asBoolean();
    }

    private static String sale() {
        return template(ANNA, "sale", "en_US", "[]");
    }

    private static String parcel() {
        return template(ANNA, "parcel", "en_US", "[]");
    }

    @Test
    void templates_cost_by_their_category() throws Exception {
        assertThat(price(sale())).isEqualTo("regular marketing true");
        assertThat(price(parcel())).isEqualTo("regular utility true");
        assertThat(simulator.meter().lines())
                .containsExactly(
                        new MeterLine(Client.NUMBER, "marketing", "regular", true, 1),
                        new MeterLine(Client.NUMBER, "utility", "regular", true, 1));
    }

    @Test
    void what_goes_by_marketing_messages_is_marketing_lite() throws Exception {
        client.post("/v23.0/" + Client.NUMBER + "/marketing_messages", sale(), "Bearer " + Client.TOKEN);
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(simulator.meter().billed("marketing_lite")).isEqualTo(1);
    }

    @Test
    void until_October_2026_answers_and_utility_templates_inside_the_window_were_free() throws Exception {
        stop();
        open("2026-09-30T23:00:00Z");
        simulator.people().person(ANNA).writes("Hello?");
        assertThat(price(text(ANNA, "Hi"))).isEqualTo("free_customer_service service false");
        assertThat(price(parcel())).isEqualTo("free_customer_service utility false");
        assertThat(price(sale())).isEqualTo("regular marketing true");

        simulator.clock().advance(Duration.ofHours(1));
        assertThat(price(parcel())).isEqualTo("regular utility true");
    }

    @Test
    void from_October_2026_on_a_thousand_answers_a_month_are_free() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        for (int i = 0; i < 999; i++) {
            assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
        }
        assertThat(price(text(ANNA, "Hi"))).isEqualTo("free_customer_service service false");
        assertThat(price(text(ANNA, "Hi"))).isEqualTo("regular service true");
        assertThat(simulator.meter().ofType("free_customer_service")).isEqualTo(1_000);

        simulator.clock().advance(Duration.ofDays(6));
        simulator.people().person(ANNA).writes("December");
        assertThat(price(text(ANNA, "Hi"))).isEqualTo("free_customer_service service false");
    }

    @Test
    void who_cannot_pay_gets_only_what_is_free_delivered() throws Exception {
        simulator.pricing().paymentMethod(false);
        simulator.people().person(ANNA).writes("Hello?");
        assertThat(price(text(ANNA, "Hi"))).isEqualTo("free_customer_service service false");

        client.send(sale());
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(simulator.meter().billed("marketing")).isZero();
        simulator.webhooks().awaitQuiet(Receiver.PATIENCE);
        String failed = simulator.ledger().webhooks().stream()
                .filter(attempt -> attempt.kind().equals("failed"))
                .findFirst()
                .orElseThrow()
                .body();
        assertThat(JSON.readTree(failed)
                        .at("/entry/0/changes/0/value/statuses/0/errors/0/code")
                        .asInt())
                .isEqualTo(131042);
    }

    @Test
    void for_72_hours_after_the_answer_to_somebody_from_an_ad_everything_is_free() throws Exception {
        simulator.people().person(ANNA).comesFrom(Referral.ad("17", "A sale", "Come"), "I saw your ad");
        simulator.clock().advance(Duration.ofHours(23));
        long answered = simulator.clock().millis() / 1_000;
        JsonNode status = delivered(text(ANNA, "Hi"));
        assertThat(status.at("/pricing/type").asText()).isEqualTo("free_entry_point");
        assertThat(status.at("/pricing/category").asText()).isEqualTo("referral_conversion");
        assertThat(status.at("/conversation/origin/type").asText()).isEqualTo("referral_conversion");
        assertThat(status.at("/conversation/expiration_timestamp").asLong()).isEqualTo(answered + 72 * 3_600);
        assertThat(price(sale())).isEqualTo("free_entry_point referral_conversion false");

        // It does not lengthen the window of 24 hours.
        simulator.clock().advance(Duration.ofHours(1));
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131047);
        simulator.clock().advance(Duration.ofHours(71).minusSeconds(3));
        assertThat(price(sale())).isEqualTo("free_entry_point referral_conversion false");
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(price(sale())).isEqualTo("regular marketing true");
        assertThat(simulator.meter().ofType("free_entry_point")).isEqualTo(3);
    }

    @Test
    void an_answer_after_24_hours_opens_no_free_entry_point() throws Exception {
        simulator.people().person(ANNA).comesFrom(Referral.ad("17", "A sale", "Come"), "I saw your ad");
        simulator.clock().advance(Duration.ofHours(24));
        assertThat(price(sale())).isEqualTo("regular marketing true");
    }
}
