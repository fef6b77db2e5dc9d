package org.whatsapppolicy.policy.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.ledger.Outcome;

@DisplayName("M-4: what an answer means")
class AnswerReaderTest {

    @Test
    void a_wamid_means_accepted() {
        PlatformAnswer answer = AnswerReader.answer(200, sent(Map.of("id", "wamid.A")), 1);

        assertThat(answer.outcome()).isEqualTo(new Outcome.Accepted("wamid.A", false));
        assertThat(answer.error()).isNull();
        assertThat(answer.waId()).isEqualTo("550055550101");
        assertThat(answer.userId()).isEqualTo("BR.1");
        assertThat(answer.toString()).doesNotContain("550055550101", "BR.1");
    }

    @Test
    void held_for_its_quality_assessment_is_accepted_all_the_same() {
        assertThat(AnswerReader.read(
                        200, sent(Map.of("id", "wamid.A", "message_status", "held_for_quality_assessment")), 1))
                .isEqualTo(new Outcome.Accepted("wamid.A", true));
    }

    @Test
    void a_template_paused_meanwhile_is_refused_and_tried_after_the_pause() {
        Map<String, Object> paused = sent(Map.of("id", "wamid.A", "message_status", "paused"));

        assertThat(AnswerReader.read(200, paused, 1)).isEqualTo(new Outcome.Refused(132015, Duration.ofHours(3)));
        assertThat(AnswerReader.read(200, paused, 2)).isEqualTo(new Outcome.Refused(132015, Duration.ofHours(6)));
    }

    @Test
    void a_200_without_a_readable_wamid_is_unknown() {
        List<Map<String, Object>> answers = List.of(
                Map.of(),
                Map.of("messages", List.of()),
                Map.of("messages", "wamid.A"),
                sent(Map.of("id", "wamid.\0")),
                sent(Map.of("id", "")),
                sent(Map.of("id", 7)),
                sent(Map.of("id", "w".repeat(513))));
        for (Map<String, Object> answer : answers) {
            assertThat(AnswerReader.read(200, answer, 1)).isEqualTo(new Outcome.Unknown(200));
        }
        assertThat(AnswerReader.read(200, null, 1)).isEqualTo(new Outcome.Unknown(200));
    }

    @ParameterizedTest
    @CsvSource({"1,400", "2,503", "131000,500", "131016,500", "131016,200"})
    void four_codes_leave_it_open_whether_the_message_went_out(int code, int http) {
        PlatformAnswer answer = AnswerReader.answer(http, graphError(code), 1);

        assertThat(answer.outcome()).isEqualTo(new Outcome.Unknown(code));
        assertThat(answer.error()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "3,500",
        "100,400",
        "131045,500",
        "134102,500",
        "190,401",
        "999999,400",
        "999999,500",
        "-5,400",
        "368,403"
    })
    void every_other_graph_error_is_refused_whatever_the_http_status(int code, int http) {
        assertThat(AnswerReader.read(http, graphError(code), 1)).isEqualTo(new Outcome.Refused(code, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 429, 500, 502, 503, 504, 599})
    void an_error_that_is_not_of_graph_is_unknown(int http) {
        assertThat(AnswerReader.read(http, null, 1)).isEqualTo(new Outcome.Unknown(http));
        assertThat(AnswerReader.read(http, Map.of("error", "Bad Gateway"), 1)).isEqualTo(new Outcome.Unknown(http));
        assertThat(AnswerReader.read(http, Map.of("error", Map.of("message", "no code")), 1))
                .isEqualTo(new Outcome.Unknown(http));
        assertThat(AnswerReader.read(http, Map.of("meta", Map.of("http_code", 401)), 1))
                .isEqualTo(new Outcome.Unknown(http));
    }

    @Test
    void a_wamid_in_an_answer_that_is_no_success_proves_nothing() {
        assertThat(AnswerReader.read(500, sent(Map.of("id", "wamid.A")), 1)).isEqualTo(new Outcome.Unknown(500));
    }

    @Test
    void a_transient_flag_does_not_make_an_unknown_code_repeatable() {
        Map<String, Object> error = Map.of("error", Map.of("code", 999999, "is_transient", true));

        assertThat(AnswerReader.read(400, error, 1)).isEqualTo(new Outcome.Refused(999999, null));
    }

    private static Map<String, Object> graphError(int code) {
        return Map.of("error", Map.of("message", "(#" + code + ")", "type", "OAuthException", "code", code));
    }

    private static Map<String, Object> sent(Map<String, Object> message) {
        return Map.of(
                "messaging_product", "whatsapp",
                "contacts", List.of(Map.of("input", "+5500955550101", "wa_id", "550055550101", "user_id", "BR.1")),
                "messages", List.of(message));
    }
}
