package org.whatsapppolicy.benchmarks.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route may be told. */
class ToldTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "StoreUnavailableException, true, true",
        "LockedOutException, true, true",
        "OutcomeUnknownException, false, true",
        "WhatsAppThrottledException, false, true",
        "NullPointerException, false, false",
        "SQLTransientConnectionException, false, false"
    })
    void a_broken_store_is_that_of_the_store_and_nothing_else_is_told(String exception, boolean store, boolean clear) {
        ObjectNode answer = JSON.createObjectNode().put("exception", exception).put("storeAway", store);

        assertThat(ToldClearly.clear(answer)).isEqualTo(clear);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"outcome\":\"accepted\"}", "{\"decision\":\"DENY\"}", "{}"})
    void an_answer_without_an_exception_is_clear(String answer) throws Exception {
        assertThat(ToldClearly.clear(JSON.readTree(answer))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"decision\":\"DENY\"}; true",
                "{\"decision\":\"ALLOW\",\"outcome\":\"refused\"}; true",
                "{\"decision\":\"DENY\",\"replayed\":true}; false",
                "{\"decision\":\"ALLOW\",\"outcome\":\"accepted\"}; false"
            })
    void denied_and_refused_are_told_as_new_or_once_more(String answer, boolean refused) throws Exception {
        JsonNode told = JSON.readTree(answer);

        assertThat(RefusedForGood.refused(told)).isEqualTo(refused);
    }
}
