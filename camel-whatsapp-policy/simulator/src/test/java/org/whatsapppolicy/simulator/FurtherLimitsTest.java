package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.ACCOUNT;
import static org.whatsapppolicy.simulator.Client.NUMBER;
import static org.whatsapppolicy.simulator.Client.TOKEN;
import static org.whatsapppolicy.simulator.Client.template;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** Limits beside those on what is sent; after "About the platform", "Error codes" and "Per-user marketing limits". */
class FurtherLimitsTest {

    private static final String ANNA = "+5491155501001";

    private final Simulator simulator = Client.aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .template(SimulatedTemplate.of("sale", "en_US", "MARKETING"))
            .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
            .build()
            .start();
    private final Client client = new Client(simulator);
    private final Graph graph = new Graph(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @Conforms("C-677")
    void management_is_limited_by_the_hour_and_account_and_one_call_too_many_is_80007() throws Exception {
        simulator.limits().management(3);
        List<Integer> codes = new ArrayList<>();
        codes.add(graph.get(ACCOUNT + "/message_templates").code());
        codes.add(graph.get(NUMBER).code());
        codes.add(graph.get(ACCOUNT + "/phone_numbers").code());
        codes.add(graph.get(ACCOUNT).code());

        assertThat(codes).containsExactly(-1, -1, -1, 80007);
        assertThat(client.send(template(ANNA, "parcel", "en_US", "[]")).status())
                .as("sending is none of it")
                .isEqualTo(200);
        simulator.clock().advance(Duration.ofHours(1));
        assertThat(graph.get(ACCOUNT).code()).isEqualTo(-1);
    }

    @Test
    @Conforms("C-678")
    void marketing_of_other_businesses_counts_towards_what_a_person_gets() throws Exception {
        simulator.limits().marketing(2).marketingElsewhere("5491155501001", 2);
        List<Integer> failures = new ArrayList<>();
        Runnable unused = simulator.journeys().listen((journey, progress, failure) -> {
            if (failure != null) {
                failures.add(failure.code());
            }
        });

        client.send(template(ANNA, "sale", "en_US", "[]"));
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(failures).containsExactly(131049);
        client.send(template("+5491155501002", "sale", "en_US", "[]"));
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(failures).hasSize(1);
    }

    @Test
    @Conforms("C-679")
    void an_account_barred_from_a_country_gets_130497_for_its_people() throws Exception {
        simulator.terms(ACCOUNT).mayNotMessage("AR", true);

        assertThat(client.send(template(ANNA, "parcel", "en_US", "[]")).code()).isEqualTo(130497);
        assertThat(client.send(template("+447700900101", "parcel", "en_US", "[]"))
                        .status())
                .isEqualTo(200);
        String byUserId = "{\"messaging_product\":\"whatsapp\",\"recipient\":\"AR.17\",\"type\":\"template\","
                + "\"template\":{\"name\":\"parcel\",\"language\":{\"code\":\"en_US\"}}}";
        assertThat(client.send(byUserId).code()).isEqualTo(130497);
        simulator.terms(ACCOUNT).mayNotMessage("AR", false);
        assertThat(client.send(template(ANNA, "parcel", "en_US", "[]")).status())
                .isEqualTo(200);
    }

    @Test
    @Conforms("C-680")
    void utility_of_an_account_that_misused_the_category_is_131064_until_the_cap_lifts_by_itself() throws Exception {
        simulator.terms(ACCOUNT).utilityCappedUntil(simulator.clock().now().plus(Duration.ofHours(6)));

        assertThat(client.send(template(ANNA, "parcel", "en_US", "[]")).code()).isEqualTo(131064);
        assertThat(client.send(template(ANNA, "sale", "en_US", "[]")).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofHours(6));
        assertThat(client.send(template(ANNA, "parcel", "en_US", "[]")).status())
                .isEqualTo(200);
    }

    @Test
    @Conforms("C-681")
    void ids_and_date_format_are_rejected_since_27_october_2026() throws Exception {
        assertThat(graph.get(NUMBER + "?date_format=U").code()).isEqualTo(100);
        assertThat(graph.get(NUMBER + "?ids=1,2").code()).isEqualTo(100);
        try (Simulator earlier = Client.aSimulator()
                .clock(SimulatorClock.virtual(Instant.parse("2026-10-26T23:59:59Z")))
                .build()
                .start()) {
            assertThat(new Graph(earlier).get(NUMBER + "?date_format=U").status())
                    .isEqualTo(200);
        }
        assertThat(client.post(
                                "/v23.0/" + NUMBER + "/messages",
                                template(ANNA, "parcel", "en_US", "[]"),
                                "Bearer " + TOKEN)
                        .status())
                .isEqualTo(200);
    }
}
