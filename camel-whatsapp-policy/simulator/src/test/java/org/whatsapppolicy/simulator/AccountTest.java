package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.ACCOUNT;
import static org.whatsapppolicy.simulator.Client.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.thread.Threads;
import org.whatsapppolicy.simulator.token.Scope;
import org.whatsapppolicy.simulator.token.Tokens;

/** Accounts, signups, threads, the app and its tokens; after "In-App Signup", "Conversation routing" and the API references. */
class AccountTest {

    private static final String SIGNUP = "{'signup_message':'Get our deals','confirmation_message':'You are in',"
            + "'privacy_policy_url':'https://shop.example/privacy','policy':{'tos':'1','accepted':true}}";

    private final Simulator simulator = Client.aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .build()
            .start();
    private final Graph graph = new Graph(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @Conforms("C-178")
    void an_account_tells_its_fields() throws Exception {
        JsonNode usual = graph.get(ACCOUNT).json();
        assertThat(usual.path("id").asText()).isEqualTo(ACCOUNT);
        assertThat(usual.path("message_template_namespace").asText()).isEqualTo("00000000_0000_0000_0000_000000000001");
        simulator.accounts().get(ACCOUNT).verified(true);

        JsonNode asked = graph.get(ACCOUNT + "?fields=name,currency,timezone_id,account_review_status,country,"
                        + "business_verification_status,ownership_type,primary_business_location,health_status,"
                        + "marketing_messages_lite_api_status")
                .json();
        assertThat(asked.path("business_verification_status").asText()).isEqualTo("verified");
        assertThat(asked.path("marketing_messages_lite_api_status").asText()).isEqualTo("ONBOARDED");
        assertThat(asked.path("health_status").path("can_send_message").asText())
                .isEqualTo("AVAILABLE");
        assertThat(graph.get(ACCOUNT + "?fields=shoe_size").code()).isEqualTo(100);
    }

    @Test
    @Conforms("C-179")
    void marketing_is_switched_off_on_the_plain_path_by_a_setting() throws Exception {
        assertThat(graph.post(ACCOUNT, "{'disable_marketing_messages_on_cloud_api':true}")
                        .success())
                .isTrue();

        assertThat(simulator.accounts().get(ACCOUNT).marketingOnlyByItsOwnPath())
                .isTrue();
    }

    @Test
    @Conforms("C-180")
    void the_app_is_subscribed_until_it_unsubscribes() throws Exception {
        String path = ACCOUNT + "/subscribed_apps";
        assertThat(graph.get(path)
                        .json()
                        .path("data")
                        .path(0)
                        .path("whatsapp_business_api_data")
                        .path("id")
                        .asText())
                .isEqualTo(Tokens.APP_ID);

        assertThat(graph.delete(path).success()).isTrue();
        assertThat(graph.get(path).json().path("data")).isEmpty();
        assertThat(graph.post(path, "").success()).isTrue();
        assertThat(graph.get(path).json().path("data")).hasSize(1);
    }

    @Test
    @Conforms("C-181")
    void a_signup_is_made_read_and_changed() throws Exception {
        String id = graph.post(ACCOUNT + "/signups", SIGNUP).json().path("id").asText();
        assertThat(id).matches("\\d+");

        assertThat(graph.post(id, "{'signup_message':'Even better deals'}").success())
                .isTrue();
        JsonNode signup = graph.get(id).json();
        assertThat(signup.path("signup_message").asText()).isEqualTo("Even better deals");
        assertThat(signup.path("confirmation_message").asText()).isEqualTo("You are in");
        assertThat(graph.post(ACCOUNT + "/signups", SIGNUP.replace("true", "false"))
                        .code())
                .isEqualTo(2494176);
        assertThat(graph.post(ACCOUNT + "/signups", SIGNUP.replace("https:", "ftp:"))
                        .code())
                .isEqualTo(2494166);
    }

    @Test
    @Conforms("C-182")
    void control_of_a_thread_is_passed_and_released_and_taken_only_by_the_app_for_that() throws Exception {
        String path = NUMBER + "/thread_control";
        String pass = "{'messaging_product':'whatsapp','to':'15550101001','action':'pass',"
                + "'control_pass':{'target_role':'ai_agent'},'metadata':'Back'}";

        assertThat(graph.post(path, pass).json().path("messaging_product").asText())
                .isEqualTo("whatsapp");
        assertThat(simulator.threads().owner(NUMBER, "15550101001")).isEqualTo(Threads.Owner.AI_AGENT);
        String take = "{'messaging_product':'whatsapp','to':'15550101001','action':'take'}";
        assertThat(graph.post(path, take).code()).isEqualTo(2494191);
        simulator.threads().mayTake(true);
        assertThat(graph.post(path, take).status()).isEqualTo(200);
        assertThat(simulator.threads().owner(NUMBER, "15550101001")).isEqualTo(Threads.Owner.APP);
        assertThat(graph.post(path, take.replace("take", "release")).status()).isEqualTo(200);
        assertThat(simulator.threads().owner(NUMBER, "15550101001")).isEqualTo(Threads.Owner.NOBODY);
        assertThat(graph.post(path, pass.replace("Back", "x".repeat(2001))).code())
                .isEqualTo(100);
        assertThat(graph.post(path, take.replace("take", "steal")).code()).isEqualTo(100);
    }

    @Test
    @Conforms("C-183")
    void a_pair_is_taken_out_of_the_contact_book() throws Exception {
        simulator.people().person("+15550101001").withUserId("US.17");
        String path = NUMBER + "/contact_book?messaging_product=whatsapp&bsuid=";

        assertThat(graph.delete(path + "US.17").success()).isTrue();
        assertThat(graph.delete(path + "US.18").code()).isEqualTo(100);
    }

    @Test
    @Conforms("C-184")
    void debugging_a_token_tells_what_it_is_worth() throws Exception {
        simulator.tokens().addFor("narrow", ACCOUNT).add("old").invalidate("old");
        Graph app = graph.withToken(Tokens.APP_ID + "|");

        JsonNode good = app.get("debug_token?input_token=narrow").json().path("data");
        assertThat(good.path("is_valid").asBoolean()).isTrue();
        assertThat(good.path("expires_at").asLong()).isZero();
        assertThat(good.path("app_id").asText()).isEqualTo(Tokens.APP_ID);
        assertThat(good.path("scopes").toString())
                .isEqualTo("[\"whatsapp_business_management\",\"whatsapp_business_messaging\",\"public_profile\"]");
        assertThat(good.path("granular_scopes")
                        .path(0)
                        .path("target_ids")
                        .path(0)
                        .asText())
                .isEqualTo(ACCOUNT);
        JsonNode bad = app.get("debug_token?input_token=old").json().path("data");
        assertThat(bad.path("is_valid").asBoolean(true)).isFalse();
        assertThat(bad.path("error").path("subcode").asInt()).isEqualTo(460);
        assertThat(graph.withToken("stranger")
                        .get("debug_token?input_token=old")
                        .code())
                .isEqualTo(190);
        assertThat(graph.get("me").json().path("id").isTextual()).isTrue();
    }

    @Test
    @Conforms("C-185")
    void the_apps_own_token_manages_nothing() throws Exception {
        assertThat(graph.withToken(Tokens.APP_ID + "|").get(ACCOUNT).code()).isEqualTo(10);
    }

    @Test
    void a_token_may_be_good_for_one_account_and_all_its_numbers() throws Exception {
        simulator.tokens().addFor("narrow", ACCOUNT).addWithScopes("manager", Scope.MANAGEMENT);

        assertThat(graph.withToken("narrow").get(NUMBER).status()).isEqualTo(200);
        assertThat(graph.withToken("manager").get(NUMBER + "/block_users").code())
                .isEqualTo(131005);
    }

    @Test
    @Conforms("C-186")
    void a_token_in_the_query_or_in_the_form_is_as_good_as_in_the_header() throws Exception {
        Graph silent = graph.withToken("");

        assertThat(silent.get("me?access_token=" + Client.TOKEN).status()).isEqualTo(200);
        assertThat(silent.form(ACCOUNT + "/subscribed_apps", "access_token=" + Client.TOKEN)
                        .success())
                .isTrue();
        assertThat(silent.get("me").code()).isEqualTo(104);
        assertThat(simulator.ledger().requests())
                .noneMatch(entry -> entry.asked().body().contains(Client.TOKEN));
    }
}
