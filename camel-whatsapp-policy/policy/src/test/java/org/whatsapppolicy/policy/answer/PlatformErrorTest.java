package org.whatsapppolicy.policy.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformErrorTest {

    @Test
    void reads_every_part_of_a_graph_error() {
        Map<String, Object> body = Map.of(
                "error",
                Map.of(
                        "message", "(#130429) Rate limit hit",
                        "type", "OAuthException",
                        "code", 130429,
                        "error_data", Map.of("messaging_product", "whatsapp", "details", "Throughput reached."),
                        "error_subcode", 2494055,
                        "is_transient", true,
                        "error_user_title", "Title",
                        "error_user_msg", "Sentence",
                        "fbtrace_id", "Atrace"));

        assertThat(PlatformError.inAnswer(400, body))
                .contains(new PlatformError(
                        400,
                        130429,
                        2494055,
                        "OAuthException",
                        null,
                        "(#130429) Rate limit hit",
                        "Throughput reached.",
                        "Atrace",
                        true,
                        "Title",
                        "Sentence"));
    }

    @Test
    void reads_the_list_of_a_status_webhook_in_its_newer_and_older_form() {
        List<Object> errors = List.of(
                Map.of("code", 131049, "title", "T", "message", "M", "error_data", Map.of("details", "D"), "href", "H"),
                Map.of("code", 131026, "title", "T", "details", "flat"),
                Map.of("code", 132015, "title", "only"),
                Map.of("title", "no code"),
                "no error");

        assertThat(PlatformError.inWebhook(errors))
                .extracting(PlatformError::code, PlatformError::title, PlatformError::details)
                .containsExactly(tuple(131049, "T", "D"), tuple(131026, "T", "flat"), tuple(132015, "only", null));
        assertThat(PlatformError.inWebhook(null)).isEmpty();
        assertThat(PlatformError.inWebhook("errors")).isEmpty();
    }

    @Test
    void a_code_is_any_whole_number_that_fits_and_nothing_else() {
        assertThat(code(190L)).contains(190);
        assertThat(code("190")).contains(190);
        assertThat(code(190.0)).contains(190);
        assertThat(code(new BigDecimal("190.00"))).contains(190);
        assertThat(code(190.5)).isEmpty();
        assertThat(code(4_294_967_486L)).isEmpty();
        assertThat(code("99999999999")).isEmpty();
        assertThat(code("")).isEmpty();
        assertThat(code(List.of(190))).isEmpty();
        assertThat(code(Double.NaN)).isEmpty();
    }

    @Test
    void parts_of_another_type_are_left_out() {
        Map<String, Object> odd = Map.of(
                "code", 100, "message", 7, "error_data", "text", "error_subcode", "x", "is_transient", "perhaps");

        assertThat(PlatformError.inAnswer(400, Map.of("error", odd)))
                .contains(new PlatformError(400, 100, null, null, null, null, null, null, false, null, null));
    }

    @Test
    void a_token_and_a_phone_number_that_the_platform_quotes_are_masked() {
        String token = "EAAGm0PX4ZCpsBAKZCfixture";
        Map<String, Object> body = Map.of(
                "error",
                Map.of(
                        "code",
                        190,
                        "message",
                        "Malformed access token " + token,
                        "error_data",
                        Map.of("details", "to 5511987654321 or +55 11 98765-4321, (#2494100)"),
                        "error_user_msg",
                        "needs whatsapp_business_management"));
        PlatformError error = PlatformError.inAnswer(401, body).orElseThrow();

        assertThat(error.message()).isEqualTo("Malformed access token ***");
        assertThat(error.details()).isEqualTo("to 551***21 or +55***21, (#2494100)");
        assertThat(error.userMessage()).isEqualTo("needs whatsapp_business_management");
        assertThat(error).hasToString("error 190 (AUTH, HTTP 401): to 551***21 or +55***21, (#2494100)");
    }

    @Test
    void words_without_end_are_cut() {
        Map<String, Object> body = Map.of("error", Map.of("code", 1, "message", "word ".repeat(1000)));

        assertThat(PlatformError.inAnswer(500, body).orElseThrow().message()).hasSize(503);
    }

    private static Optional<Integer> code(Object code) {
        return PlatformError.inAnswer(400, Map.of("error", Map.of("code", code)))
                .map(PlatformError::code);
    }
}
