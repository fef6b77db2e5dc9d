package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.ACCOUNT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.template.StoredTemplate;

/** Templates from creation to archival; after "Template management", "Template review", "Pausing" and "Pacing". */
class TemplateManagementTest {

    private static final String TEMPLATES = ACCOUNT + "/message_templates";
    private static final String ANNA = "+15550101001";

    private final Simulator simulator = Client.aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .build()
            .start();
    private final Graph graph = new Graph(simulator);
    private final Client client = new Client(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    static String draft(String name, String category) {
        return "{'name':'" + name + "','language':'en_US','category':'" + category
                + "','components':[{'type':'BODY','text':'Your parcel is on its way.'}]}";
    }

    private Graph.Answer create(String name) throws Exception {
        return graph.post(TEMPLATES, draft(name, "UTILITY"));
    }

    private String created(String name) throws Exception {
        Graph.Answer answer = create(name);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asText();
    }

    private String approved(String name) throws Exception {
        String id = created(name);
        pass(Duration.ofMinutes(1));
        return id;
    }

    private void pass(Duration time) {
        simulator.clock().advance(time);
    }

    private String status(String id) throws Exception {
        return graph.get(id + "?fields=status").json().path("status").asText();
    }

    private int send(String name) throws Exception {
        return client.send(Client.template(ANNA, name, "en_US", "[]")).code();
    }

    @Test
    void a_new_template_is_pending_until_review_approves_it() throws Exception {
        JsonNode answer = create("parcel").json();
        assertThat(answer.path("status").asText()).isEqualTo("PENDING");
        assertThat(answer.path("category").asText()).isEqualTo("UTILITY");
        assertThat(send("parcel")).isEqualTo(132001);

        pass(Duration.ofSeconds(59));
        assertThat(status(answer.path("id").asText())).isEqualTo("PENDING");
        pass(Duration.ofSeconds(1));
        assertThat(status(answer.path("id").asText())).isEqualTo("APPROVED");
        assertThat(send("parcel")).isEqualTo(-1);
    }

    @Test
    void review_can_reject_leave_pending_or_file_under_another_category() throws Exception {
        simulator.templates().review().rejects("scam", "SCAM").leaves("slow").files("sale", "MARKETING");
        String scam = created("scam");
        String slow = created("slow");
        assertThat(create("sale").json().path("category").asText()).isEqualTo("MARKETING");

        pass(Duration.ofDays(1));
        JsonNode rejected = graph.get(scam).json();
        assertThat(rejected.path("status").asText()).isEqualTo("REJECTED");
        assertThat(rejected.path("rejected_reason").asText()).isEqualTo("SCAM");
        assertThat(status(slow)).isEqualTo("PENDING");
    }

    @Test
    void the_same_name_and_language_again_is_100_with_2388024() throws Exception {
        created("parcel");

        Graph.Answer again = create("parcel");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.code()).isEqualTo(100);
        assertThat(again.subcode()).isEqualTo(2388024);
        assertThat(again.error().path("error_user_title").asText())
                .isEqualTo("Content in this language already exists");
        assertThat(graph.post(TEMPLATES, draft("parcel", "UTILITY").replace("en_US", "de"))
                        .status())
                .as("in another language")
                .isEqualTo(200);
    }

    @Test
    void an_account_has_250_templates_and_once_verified_6000() throws Exception {
        for (int i = 0; i < 250; i++) {
            simulator.templates().add(SimulatedTemplate.of("old_" + i, "en_US", "UTILITY"));
        }

        assertThat(create("one_too_many").code()).isEqualTo(2388019);
        simulator.accounts().get(ACCOUNT).verified(true);
        assertThat(create("one_too_many").status()).isEqualTo(200);
    }

    @Test
    void a_hundred_can_be_created_an_hour() throws Exception {
        for (int i = 0; i < 100; i++) {
            created("new_" + i);
        }

        assertThat(create("one_too_many").code()).isEqualTo(2388019);
        pass(Duration.ofHours(1));
        assertThat(create("one_too_many").status()).isEqualTo(200);
    }

    @Test
    void a_list_is_filtered_and_shows_the_fields_asked_for() throws Exception {
        simulator
                .templates()
                .add(SimulatedTemplate.of("green", "en_US", "UTILITY").withQuality("GREEN"))
                .add(SimulatedTemplate.of("red", "de", "MARKETING").withQuality("RED"));
        simulator.templates().addGenerated(SimulatedTemplate.of("direct_send_1", "en_US", "UTILITY"));

        assertThat(names("?language=de")).isEqualTo("[red]");
        assertThat(names("?category=UTILITY&quality_score=GREEN")).isEqualTo("[green]");
        assertThat(names("?source=AUTO_GENERATED")).isEqualTo("[direct_send_1]");
        JsonNode one = graph.get(TEMPLATES + "?name=red&fields=quality_score,status")
                .json()
                .path("data")
                .path(0);
        assertThat(one.path("quality_score").path("score").asText()).isEqualTo("RED");
        assertThat(one.path("quality_score").path("date").isIntegralNumber()).isTrue();
        assertThat(one.path("id").isTextual()).isTrue();
        assertThat(one.has("components")).isFalse();
        assertThat(graph.get(TEMPLATES + "?fields=shoe_size").code()).isEqualTo(100);
    }

    @Test
    void a_page_keeps_the_filter_in_its_link_and_leads_back() throws Exception {
        for (int i = 0; i < 5; i++) {
            simulator.templates().add(SimulatedTemplate.of("t" + i, i < 4 ? "en_US" : "de", "UTILITY"));
        }

        JsonNode first = graph.get(TEMPLATES + "?language=en_US&limit=2").json();
        JsonNode second = graph.get(first.path("paging").path("next").asText()).json();
        assertThat(second.path("data").findValuesAsText("name").toString()).isEqualTo("[t2, t3]");
        assertThat(second.path("paging").has("next")).isFalse();
        JsonNode back =
                graph.get(second.path("paging").path("previous").asText()).json();
        assertThat(back.path("data").findValuesAsText("name").toString()).isEqualTo("[t0, t1]");
    }

    private String names(String query) throws Exception {
        return graph.get(TEMPLATES + query)
                .json()
                .path("data")
                .findValuesAsText("name")
                .toString();
    }

    @Test
    void an_edit_goes_back_to_review_and_an_approved_template_has_one_a_day_and_ten_a_month() throws Exception {
        String id = approved("parcel");
        String edit = "{'components':[{'type':'BODY','text':'Your parcel is nearly there.'}]}";

        for (int day = 0; day < 10; day++) {
            assertThat(graph.post(id, edit).success()).as("day " + day).isTrue();
            assertThat(status(id)).isEqualTo("PENDING");
            assertThat(graph.post(id, edit).code()).as("still in review").isEqualTo(2388039);
            pass(Duration.ofMinutes(1));
            assertThat(graph.post(id, edit).code()).as("the same day").isEqualTo(100);
            pass(Duration.ofDays(1));
        }
        assertThat(graph.post(id, edit).details()).contains("10 times in 30 days");
        pass(Duration.ofDays(20));
        assertThat(graph.post(id, edit).success()).isTrue();
        assertThat(graph.get(id).json().path("components").path(0).path("text").asText())
                .isEqualTo("Your parcel is nearly there.");
    }

    @Test
    void the_category_can_be_edited_only_before_approval() throws Exception {
        simulator.templates().review().rejects("parcel", "INCORRECT_CATEGORY");
        String id = approved("parcel");
        String edit = "{'category':'MARKETING','components':[{'type':'BODY','text':'Your parcel is nearly there.'}]}";
        assertThat(status(id)).isEqualTo("REJECTED");

        simulator.templates().review().forget("parcel");
        assertThat(graph.post(id, edit).success()).isTrue();
        pass(Duration.ofMinutes(1));
        assertThat(graph.get(id).json().path("category").asText()).isEqualTo("MARKETING");
        assertThat(graph.post(id, edit.replace("MARKETING", "UTILITY")).code()).isEqualTo(100);
    }

    @Test
    @Conforms("C-664")
    void deleting_by_name_takes_all_languages_and_blocks_the_name_for_thirty_days() throws Exception {
        String english = approved("parcel");
        String german = graph.post(TEMPLATES, draft("parcel", "UTILITY").replace("en_US", "de"))
                .json()
                .path("id")
                .asText();
        pass(Duration.ofMinutes(1));

        assertThat(graph.delete(TEMPLATES + "?name=parcel").success()).isTrue();
        assertThat(graph.get(english).subcode()).isEqualTo(33);
        assertThat(graph.get(german).subcode()).isEqualTo(33);
        assertThat(send("parcel")).isEqualTo(132001);
        assertThat(create("parcel").subcode()).isEqualTo(2388023);
        pass(Duration.ofDays(29));
        assertThat(create("parcel").subcode()).isEqualTo(2388023);
        pass(Duration.ofDays(1).minusMillis(1));
        assertThat(create("parcel").subcode()).isEqualTo(2388023);
        pass(Duration.ofMillis(1));
        assertThat(create("parcel").status()).as("at exactly the end").isEqualTo(200);
    }

    @Test
    void deleting_with_an_id_takes_one_language_and_what_is_not_there_cannot_be_deleted() throws Exception {
        String english = created("parcel");
        created("other");
        graph.post(TEMPLATES, draft("parcel", "UTILITY").replace("en_US", "de"));

        assertThat(graph.delete(TEMPLATES + "?name=parcel&hsm_id=" + english).success())
                .isTrue();
        assertThat(names("?name=parcel")).isEqualTo("[parcel]");
        assertThat(create("parcel").status()).as("was never approved").isEqualTo(200);
        assertThat(graph.delete(TEMPLATES + "?name=nothing").subcode()).isEqualTo(2593002);
        assertThat(graph.delete(TEMPLATES).code()).isEqualTo(100);
    }

    @Test
    void templates_of_direct_send_can_be_neither_edited_nor_deleted() throws Exception {
        StoredTemplate stored =
                simulator.templates().addGenerated(SimulatedTemplate.of("direct_send_1", "en_US", "UTILITY"));

        assertThat(graph.post(Long.toString(stored.id()), "{'components':[]}").code())
                .isEqualTo(2388318);
        assertThat(graph.delete(TEMPLATES + "?name=direct_send_1").code()).isEqualTo(2388330);
    }

    @Test
    void poor_quality_pauses_for_three_hours_then_six_then_disables() throws Exception {
        String id = approved("parcel");

        simulator.templates().pause("parcel", "en_US");
        assertThat(send("parcel")).isEqualTo(132015);
        pass(Duration.ofHours(3).minusMillis(1));
        assertThat(status(id)).isEqualTo("PAUSED");
        assertThat(graph.post(id + "/unpause", "").code()).as("not by hand").isEqualTo(100);
        pass(Duration.ofMillis(1));
        assertThat(status(id)).isEqualTo("APPROVED");
        simulator.templates().pause("parcel", "en_US");
        pass(Duration.ofHours(6).minusMillis(1));
        assertThat(status(id)).isEqualTo("PAUSED");
        pass(Duration.ofMillis(1));
        assertThat(send("parcel")).isEqualTo(-1);
        simulator.templates().pause("parcel", "en_US");
        pass(Duration.ofDays(9));
        assertThat(status(id)).isEqualTo("DISABLED");
        assertThat(send("parcel")).isEqualTo(132016);
    }

    @Test
    void a_move_to_another_category_is_announced_a_day_ahead() throws Exception {
        String id = graph.post(
                        TEMPLATES,
                        draft("parcel", "UTILITY")
                                .replace("'components'", "'message_send_ttl_seconds':60,'components'"))
                .json()
                .path("id")
                .asText();
        simulator.templates().announceCategory("parcel", "en_US", "MARKETING");

        JsonNode before = graph.get(id).json();
        assertThat(before.path("category").asText()).isEqualTo("UTILITY");
        assertThat(before.path("correct_category").asText()).isEqualTo("MARKETING");
        assertThat(before.path("message_send_ttl_seconds").asInt()).isEqualTo(60);
        assertThat(names("?correct_category=MARKETING")).isEqualTo("[parcel]");
        pass(Duration.ofHours(24));
        JsonNode after = graph.get(id).json();
        assertThat(after.path("category").asText()).isEqualTo("MARKETING");
        assertThat(after.path("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(after.has("correct_category")).isFalse();
        assertThat(after.has("message_send_ttl_seconds")).as("cleared").isFalse();
    }

    @Test
    void an_authentication_template_is_put_in_in_many_languages_at_once() throws Exception {
        String upsert = "{'name':'code','languages':['en_US','de'],'category':'AUTHENTICATION','components':["
                + "{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':5},"
                + "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]}";

        JsonNode data =
                graph.post(ACCOUNT + "/upsert_message_templates", upsert).json().path("data");
        assertThat(data).hasSize(2);
        assertThat(data.path(1).path("language").asText()).isEqualTo("de");
        assertThat(data.path(1).path("status").asText()).isEqualTo("APPROVED");
        assertThat(graph.post(ACCOUNT + "/upsert_message_templates", upsert)
                        .json()
                        .path("data")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(data.path(0).path("id").asText());
        assertThat(graph.post(ACCOUNT + "/upsert_message_templates", upsert.replace("'AUTHENTICATION'", "'UTILITY'"))
                        .code())
                .isEqualTo(100);
    }

    @Test
    void a_template_nobody_sends_for_a_year_is_archived_and_removed_28_days_later() throws Exception {
        String idle = approved("idle");
        String busy = approved("busy");
        pass(Duration.ofDays(300));
        assertThat(send("busy")).isEqualTo(-1);

        pass(Duration.ofDays(65));
        assertThat(status(idle)).isEqualTo("ARCHIVED");
        assertThat(status(busy)).isEqualTo("APPROVED");
        assertThat(send("idle")).isEqualTo(132001);
        pass(Duration.ofDays(28));
        assertThat(graph.get(idle).subcode()).isEqualTo(33);
        pass(Duration.ofDays(290));
        assertThat(status(busy)).isEqualTo("ARCHIVED");
    }

    @Test
    void health_of_a_template_follows_its_status() throws Exception {
        String id = approved("parcel");
        assertThat(health(id)).isEqualTo("AVAILABLE");

        simulator.templates().pause("parcel", "en_US");
        assertThat(health(id)).isEqualTo("BLOCKED");
    }

    private String health(String id) throws Exception {
        return graph.get(id + "?fields=health_status")
                .json()
                .path("health_status")
                .path("can_send_message")
                .asText();
    }
}
