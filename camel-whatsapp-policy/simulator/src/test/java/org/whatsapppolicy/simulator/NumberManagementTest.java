package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** Phone numbers: fields, registration and two-step PIN, verification, profile, health. After "Phone number API reference". */
class NumberManagementTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final String REGISTER = "{'messaging_product':'whatsapp','pin':'123456'}";

    private final Simulator simulator =
            Client.aSimulator().clock(SimulatorClock.virtual(START)).build().start();
    private final Graph graph = new Graph(simulator);
    private final Client client = new Client(simulator);
    private final SimulatedNumber number = simulator.numbers().get(NUMBER);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Graph.Answer register(String pin) throws Exception {
        return graph.post(NUMBER + "/register", REGISTER.replace("123456", pin));
    }

    private int send() throws Exception {
        return client.send(Client.text("+15550101001", "Hi")).code();
    }

    @Test
    @Conforms("C-192")
    void every_documented_field_can_be_asked_for() throws Exception {
        JsonNode fields = graph.get(NUMBER + "?fields=display_phone_number,verified_name,quality_rating,status,"
                        + "name_status,code_verification_status,throughput%7Blevel%7D,platform_type,account_mode,"
                        + "whatsapp_business_manager_messaging_limit,messaging_limit_tier,health_status,"
                        + "webhook_configuration,is_pin_enabled,new_name_status")
                .json();

        assertThat(fields.path("display_phone_number").asText()).isEqualTo(Client.DISPLAY);
        assertThat(fields.path("status").asText()).isEqualTo("CONNECTED");
        assertThat(fields.path("code_verification_status").asText()).isEqualTo("VERIFIED");
        assertThat(fields.path("throughput").path("level").asText()).isEqualTo("STANDARD");
        assertThat(fields.path("account_mode").asText()).isEqualTo("LIVE");
        assertThat(fields.path("webhook_configuration").isObject()).isTrue();
        assertThat(fields.path("is_pin_enabled").asBoolean(true)).isFalse();
        assertThat(graph.get(NUMBER + "?fields=shoe_size").code()).isEqualTo(100);
    }

    @Test
    @Conforms("C-193")
    void the_account_lists_its_numbers_with_the_fields_asked_for() throws Exception {
        simulator.numbers().add("200000000000002", "+15550100002", Client.ACCOUNT);
        simulator.numbers().add("200000000000003", "+15550100003", "100000000000009");

        JsonNode all = graph.get(Client.ACCOUNT + "/phone_numbers").json();
        assertThat(all.path("data")).hasSize(2);
        assertThat(all.path("data").path(1).path("id").asText()).isEqualTo("200000000000002");
        assertThat(all.path("data").path(0).path("verified_name").isTextual()).isTrue();
        assertThat(all.path("paging").path("cursors").path("after").isTextual()).isTrue();
        JsonNode one = graph.get(Client.ACCOUNT + "/phone_numbers?fields=status&limit=1")
                .json()
                .path("data");
        assertThat(one.path(0).path("status").asText()).isEqualTo("CONNECTED");
        assertThat(one.path(0).has("verified_name")).isFalse();
    }

    @Test
    @Conforms("C-194")
    void a_number_taken_off_the_api_cannot_send_until_it_is_registered_again() throws Exception {
        assertThat(graph.post(NUMBER + "/deregister", "").success()).isTrue();
        assertThat(graph.get(NUMBER + "?fields=status").json().path("status").asText())
                .isEqualTo("DISCONNECTED");
        assertThat(send()).isEqualTo(133010);

        assertThat(register("123456").success()).isTrue();
        assertThat(send()).isEqualTo(-1);
    }

    @Test
    @Conforms("C-195")
    void registering_sets_the_pin_and_later_asks_for_it() throws Exception {
        register("123456");
        assertThat(graph.get(NUMBER + "?fields=is_pin_enabled")
                        .json()
                        .path("is_pin_enabled")
                        .asBoolean())
                .isTrue();

        assertThat(register("654321").code()).isEqualTo(133005);
        assertThat(register("123456").code()).as("the next guess right away").isEqualTo(133009);
        simulator.clock().advance(Duration.ofSeconds(3));
        assertThat(register("123456").success()).isTrue();
    }

    @Test
    @Conforms("C-196")
    void too_many_wrong_guesses_end_in_133008_for_a_while() throws Exception {
        number.pin("123456");
        for (int i = 0; i < 5; i++) {
            assertThat(register("000000").code()).isEqualTo(133005);
            simulator.clock().advance(Duration.ofSeconds(3));
        }

        Graph.Answer refused = register("123456");
        assertThat(refused.code()).isEqualTo(133008);
        assertThat(refused.details()).contains("2026-11-25T13:00:12Z");
        simulator.clock().advance(Duration.ofHours(1));
        assertThat(register("123456").success()).isTrue();
    }

    @Test
    @Conforms("C-197")
    void a_new_pin_is_set_on_the_number_itself() throws Exception {
        number.pin("123456");

        assertThat(graph.post(NUMBER, "{'pin':'654321'}").success()).isTrue();
        assertThat(register("654321").success()).isTrue();
        assertThat(graph.post(NUMBER, "{'pin':'12345'}").code()).isEqualTo(100);
        assertThat(graph.post(NUMBER, "{}").code()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "deregister"})
    @Conforms("C-198")
    void ten_calls_in_72_hours_are_allowed_and_one_more_locks_for_72_hours(String edge) throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(graph.post(NUMBER + "/" + edge, REGISTER).success()).isTrue();
        }

        assertThat(graph.post(NUMBER + "/" + edge, REGISTER).code()).isEqualTo(133016);
        simulator.clock().advance(Duration.ofDays(3).minusMillis(1));
        assertThat(graph.post(NUMBER + "/" + edge, REGISTER).code()).isEqualTo(133016);
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(graph.post(NUMBER + "/" + edge, REGISTER).success()).isTrue();
    }

    @Test
    @Conforms("C-199")
    void what_registration_needs_is_checked() throws Exception {
        assertThat(graph.post(NUMBER + "/register", "{'pin':'123456'}").code()).isEqualTo(100);
        assertThat(graph.post(NUMBER + "/register", "{'messaging_product':'whatsapp'}")
                        .code())
                .isEqualTo(100);
        String elsewhere = REGISTER.replace("}", ",'data_localization_region':'FR'}");
        assertThat(graph.post(NUMBER + "/register", elsewhere).code()).isEqualTo(100);
        assertThat(graph.post(NUMBER + "/register", elsewhere.replace("FR", "DE"))
                        .success())
                .isTrue();
    }

    @Test
    @Conforms("C-200")
    void a_number_is_verified_by_the_code_sent_to_it_before_it_can_be_registered() throws Exception {
        String request = "{'code_method':'SMS','language':'en_US'}";
        assertThat(graph.post(NUMBER + "/request_code", request).code())
                .as("already verified")
                .isEqualTo(136024);
        number.codeVerificationStatus("NOT_VERIFIED");
        assertThat(register("123456").code()).isEqualTo(133006);

        assertThat(graph.post(NUMBER + "/request_code", request).success()).isTrue();
        assertThat(graph.post(NUMBER + "/verify_code", "{'code':'wrong'}").code())
                .isEqualTo(136025);
        assertThat(graph.form(NUMBER + "/verify_code", "code=" + number.verificationCode())
                        .success())
                .isTrue();
        assertThat(register("123456").success()).isTrue();
        assertThat(graph.post(NUMBER + "/request_code", "{'code_method':'PIGEON'}")
                        .code())
                .isEqualTo(100);
    }

    @Test
    @Conforms("C-201")
    void a_new_display_name_is_reviewed_and_comes_into_force_when_registered_within_14_days() throws Exception {
        graph.post(NUMBER, "{'new_display_name':'Example Shop'}");
        assertThat(newNameStatus()).isEqualTo("PENDING_REVIEW");
        simulator.clock().advance(Duration.ofMinutes(1));
        assertThat(newNameStatus()).isEqualTo("APPROVED");
        assertThat(number.verifiedName()).isEqualTo("Simulated Business");
        register("123456");
        assertThat(number.verifiedName()).isEqualTo("Example Shop");

        graph.post(NUMBER, "{'new_display_name':'Too late'}");
        simulator.clock().advance(Duration.ofDays(14).plusMinutes(1));
        assertThat(newNameStatus()).isEqualTo("EXPIRED");
        register("123456");
        assertThat(number.verifiedName()).isEqualTo("Example Shop");
        number.rejectNames("NAME_FORMAT_UNACCEPTABLE");
        graph.post(NUMBER, "{'new_display_name':'???'}");
        simulator.clock().advance(Duration.ofMinutes(1));
        assertThat(newNameStatus()).isEqualTo("DECLINED");
    }

    private String newNameStatus() throws Exception {
        return graph.get(NUMBER + "?fields=new_name_status")
                .json()
                .path("new_name_status")
                .asText();
    }

    @Test
    @Conforms("C-202")
    void the_name_can_be_changed_ten_times_in_thirty_days() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(graph.post(NUMBER, "{'new_display_name':'Shop number " + i + "'}")
                            .success())
                    .isTrue();
        }

        assertThat(graph.post(NUMBER, "{'new_display_name':'One too many'}").code())
                .isEqualTo(100);
        simulator.clock().advance(Duration.ofDays(30));
        assertThat(graph.post(NUMBER, "{'new_display_name':'Another month'}").success())
                .isTrue();
    }

    @Test
    void the_business_profile_is_changed_and_read() throws Exception {
        String path = NUMBER + "/whatsapp_business_profile";
        assertThat(graph.post(
                                path,
                                "{'messaging_product':'whatsapp','about':'Shoes','vertical':'RETAIL',"
                                        + "'websites':['https://shop.example']}")
                        .success())
                .isTrue();

        JsonNode profile =
                graph.get(path + "?fields=about,websites").json().path("data").path(0);
        assertThat(profile.path("about").asText()).isEqualTo("Shoes");
        assertThat(profile.path("websites").path(0).asText()).isEqualTo("https://shop.example");
        assertThat(profile.has("vertical")).isFalse();
        assertThat(profile.path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(graph.post(path, "{'messaging_product':'whatsapp','about':'" + "x".repeat(140) + "'}")
                        .code())
                .isEqualTo(100);
        assertThat(graph.post(path, "{'messaging_product':'whatsapp','vertical':'SHOES'}")
                        .code())
                .isEqualTo(100);
    }

    @Test
    @Conforms("C-203")
    void health_is_the_worst_of_everything_that_takes_part() throws Exception {
        assertThat(health().path("can_send_message").asText()).isEqualTo("AVAILABLE");
        assertThat(health().path("entities").findValuesAsText("entity_type"))
                .containsExactly("PHONE_NUMBER", "WABA", "BUSINESS", "APP");

        number.status("FLAGGED");
        assertThat(health().path("can_send_message").asText()).isEqualTo("LIMITED");
        assertThat(health().path("entities").path(0).path("additional_info")).hasSize(1);
        assertThat(send()).as("a flagged number can send").isEqualTo(-1);
        simulator.accounts().get(Client.ACCOUNT).refuseSends(131042);
        assertThat(health().path("can_send_message").asText()).isEqualTo("BLOCKED");
        assertThat(health().path("entities")
                        .path(1)
                        .path("errors")
                        .path(0)
                        .path("error_code")
                        .asInt())
                .isEqualTo(131042);
    }

    private JsonNode health() throws Exception {
        return graph.get(NUMBER + "?fields=health_status").json().path("health_status");
    }

    @Test
    @Conforms("C-204")
    void numbers_that_are_banned_in_maintenance_or_deleted_cannot_send() throws Exception {
        number.status("BANNED");
        assertThat(send()).isEqualTo(131031);
        number.status("MIGRATED");
        assertThat(send()).isEqualTo(133010);
        number.status("CONNECTED").inMaintenance(true);
        assertThat(send()).isEqualTo(131057);
        number.inMaintenance(false).deleted(true);
        assertThat(send()).isEqualTo(33);
        assertThat(graph.get(NUMBER).code()).isEqualTo(33);
    }

    @Test
    @Conforms("C-205")
    void management_needs_its_own_permission() throws Exception {
        simulator.tokens().addWithScopes("sender", org.whatsapppolicy.simulator.token.Scope.MESSAGING);

        Graph.Answer refused = graph.withToken("sender").post(NUMBER + "/register", REGISTER);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(10);
        assertThat(graph.withToken("sender").get(NUMBER).status()).isEqualTo(200);
    }
}
