package org.whatsapppolicy.policy.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.message.RandomJson;

/** M-4 for answers nobody thought of. */
class AnswerReaderProperties {

    private static final List<String> NAMES = List.of(
            "error",
            "code",
            "message",
            "error_data",
            "details",
            "error_subcode",
            "is_transient",
            "messages",
            "id",
            "message_status",
            "paused",
            "wamid.A",
            "190",
            "true",
            "contacts",
            "wa_id",
            "user_id",
            "errors",
            "title");

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void never_throws_and_refuses_only_what_graph_refused(
            @ForAll("statuses") int status, @ForAll int attempt, @ForAll("objects") Map<Object, Object> body) {
        PlatformAnswer answer = AnswerReader.answer(status, body, attempt);

        if (answer.outcome() instanceof Outcome.Refused refused && refused.code() != 132015) {
            assertThat(answer.error()).isNotNull();
        }
        if (answer.outcome() instanceof Outcome.Accepted) {
            assertThat(status).isBetween(200, 299);
        }
        assertThat(answer.toString()).isNotEmpty();
        assertThat(PlatformError.inWebhook(body.get("errors"))).isNotNull();
    }

    @Property
    void a_code_is_read_alike_in_answer_and_webhook(@ForAll int code) {
        Map<String, Object> error = Map.of("code", code);
        PlatformError answered =
                PlatformError.inAnswer(400, Map.of("error", error)).orElseThrow();

        assertThat(PlatformError.inWebhook(List.of(error)))
                .singleElement()
                .satisfies(told -> assertThat(told.errorClass()).isEqualTo(answered.errorClass()));
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.oneOf(Arbitraries.of(200, 201, 400, 500, 503), Arbitraries.integers());
    }

    @Provide
    Arbitrary<Map<Object, Object>> objects() {
        return RandomJson.objects(NAMES);
    }
}
