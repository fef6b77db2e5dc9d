package org.whatsapppolicy.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerQueryTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void fill() {
        enter(NOON, "+15550101001", null, null, "row-1", new Answered(200, -1, 0, "wamid.1", null, null), true);
        enter(NOON.plusSeconds(1), "15550101001", "template", "sale", null, taken("wamid.2"), true);
        enter(NOON.plusSeconds(2), "US.1", "template", "sale", null, taken("wamid.3"), true);
        enter(NOON.plusSeconds(3), "+15550101002", "text", null, null, refused(131056, "error-131056"), false);
        enter(NOON.plusSeconds(4), "+15550101002", "text", null, null, refused(130429, null), false);
        ledger.record(new WebhookAttempt(NOON, "messages", "sent", "wamid.1", 1, 500, "{\"a\":1}"));
        ledger.record(new WebhookAttempt(NOON.plusSeconds(1), "messages", "sent", "wamid.1", 2, 200, "{\"a\":1}"));
        ledger.record(new WebhookAttempt(NOON.plusSeconds(2), "user_preferences", "stop", null, 1, 200, "{}"));
    }

    private void enter(
            Instant at,
            String to,
            @Nullable String type,
            @Nullable String template,
            @Nullable String callbackData,
            Answered answered,
            boolean accepted) {
        Asked asked = new Asked(
                at,
                "POST",
                "v23.0",
                "2001",
                Operation.MESSAGE,
                to,
                type,
                template,
                template == null ? null : "en_US",
                callbackData,
                true,
                "{\"to\":\"" + to + "\"}");
        ledger.record(asked, answered, accepted);
    }

    private static Answered taken(String wamid) {
        return new Answered(200, -1, 0, wamid, "accepted", null);
    }

    private static Answered refused(int code, @Nullable String fault) {
        return new Answered(400, code, 0, null, null, fault);
    }

    @Test
    void conditions_narrow_one_another() {
        assertThat(ledger.query().count()).isEqualTo(5);
        assertThat(ledger.query().accepted().to("1 555 010 1001").count()).isEqualTo(2);
        assertThat(ledger.query().to("+15550101001").type("text").first())
                .map(LedgerEntry::wamid)
                .contains("wamid.1");
        assertThat(ledger.query().template("sale").last())
                .map(LedgerEntry::wamid)
                .contains("wamid.3");
        assertThat(ledger.query().refused().list()).hasSize(2);
        assertThat(ledger.query().disturbed().list()).hasSize(1);
        assertThat(ledger.query().containing("US.1").list()).hasSize(1);
        assertThat(ledger.query().number("2002").list()).isEmpty();
    }

    @Test
    void a_narrowed_question_leaves_the_wider_one_as_it_was() {
        LedgerQuery all = ledger.query();
        LedgerQuery taken = all.accepted();

        assertThat(taken.count()).isEqualTo(3);
        assertThat(all.count()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "to, +15550101001, 2",
        "to, US.1, 1",
        "number, 2001, 5",
        "operation, MESSAGE, 5",
        "operation, READ, 0",
        "type, text, 3",
        "template, sale, 2",
        "callbackData, row-1, 1",
        "accepted, true, 3",
        "accepted, false, 2",
        "code, 130429, 1",
        "fault, error-131056, 1",
        "since, 2026-11-25T12:00:03Z, 2",
        "until, 2026-11-25T12:00:03Z, 3",
        "wamid, wamid.2, 1"
    })
    void every_name_of_a_query_string_is_a_condition(String name, String value, int found) {
        assertThat(LedgerQuery.of(ledger, Map.of(name, value)).count()).isEqualTo(found);
    }

    @Test
    void a_query_string_with_another_name_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> LedgerQuery.of(ledger, Map.of("person", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'person'")
                .hasMessageContaining("callbackData, code, fault, number");
    }

    @Test
    void webhooks_are_asked_in_the_same_way() {
        assertThat(ledger.webhookQuery().about("wamid.1").taken().list())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.attempt()).isEqualTo(2));
        assertThat(ledger.webhookQuery().field("user_preferences").kind("stop").count())
                .isEqualTo(1);
        assertThat(ledger.webhookQuery().since(NOON.plusSeconds(1)).count()).isEqualTo(2);
        assertThat(ledger.webhookQuery().containing("\"a\"").count()).isEqualTo(2);
    }

    @Test
    void lines_are_made_one_by_one_as_they_are_asked_for() {
        Iterator<String> lines = ledger.lines().iterator();

        assertThat(lines.next()).startsWith("{\"sequence\":1,");
        ledger.clear();

        assertThat(lines).toIterable().hasSizeLessThan(7);
        assertThat(ledger.lines()).isEmpty();
    }

    @Test
    void a_part_of_the_ledger_can_be_exported_too() {
        assertThat(Ledger.lines(ledger.query().refused())).hasSize(2).allMatch(line -> line.contains("\"code\":13"));
        assertThat(Ledger.lines(ledger.webhookQuery().taken())).hasSize(2);
    }
}
