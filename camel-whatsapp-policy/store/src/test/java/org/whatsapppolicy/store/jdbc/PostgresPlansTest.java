package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.aTemplate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.kit.Stores;

/**
 * How PostgreSQL finds what is looked for all the time, in a ledger where looking at every row would be felt. Larger by
 * {@code -Dplans.rows=10000000}; half as many are held, all due at the same instant, and before them as many came to be unknown:
 * some within the horizon, the others before it.
 */
@DisplayName("no look at the outbox reads more than it takes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PostgresPlansTest {

    private static final int ROWS = Integer.getInteger("plans.rows", 20_000);
    private static final long DUE = TUESDAY_9.toEpochMilli();
    private static final long HOUR_BEFORE = DUE - Duration.ofHours(1).toMillis();

    private Stores stores;

    @BeforeAll
    void fill() throws SQLException {
        stores = Stores.postgres();
        try (PolicyStore store = stores.open(StoreOptions.DEFAULTS.frozenAt(TUESDAY_9));
                Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            assertThat(store.nextDue()).isEmpty();
            unknown(store, statement);
            for (String state : List.of("HELD", "READ")) {
                statement.execute("insert into message (id, person_id, address_id, decided_at, purpose, category,"
                        + " proactive, state, attempt, changed_at, not_before, due_at, error_code, sender_named, type,"
                        + " priority, taken_at, policy_hash, reasons) select gen_random_uuid(), i % 1000, i % 1000, "
                        + DUE
                        + ", 'slip', 'UTILITY', true, '" + state + "', 1, " + DUE + ", " + DUE + ", "
                        + (state.equals("HELD") ? DUE : "null") + ", 0, false, 'text', 0, " + DUE
                        + ", 'h', '[]' from generate_series(1, " + ROWS / 2 + ") i");
            }
            statement.execute("insert into message_content (message_id, payload) select id, '{}' from message"
                    + " on conflict do nothing");
            statement.execute("insert into idempotency_key select id::text, id, " + DUE + " from message");
            statement.execute("insert into recipient_address (id, address, person_id, kind, send_to, region)"
                    + " select i, i::text, i, 'phone', i::text, 'BR' from generate_series(2, 999) i");
            statement.execute("insert into event (kind, happened_at, message_id, attempt, wamid, error_code)"
                    + " select 'outcome', 0, id, 1, 'wamid', 0 from message");
            statement.execute("insert into event (kind, happened_at, person_id, address_id, attempt, error_code)"
                    + " select 'consent', 0, i % 1000, i % 1000, 1, 0 from generate_series(1, " + ROWS + ") i");
            statement.execute(
                    "insert into consent (person_id, kind, scope, event_id, act_at, source, expires_at, imported)"
                            + " select i, 'grant', 'purpose:slip', i, i, 'form', i, false from generate_series(1, "
                            + ROWS
                            + ") i");
            statement.execute("analyze message, message_content, idempotency_key, recipient_address, event, consent");
        }
    }

    /** As the store leaves what got no answer, and what nobody ruled on. */
    private static void unknown(PolicyStore store, Statement statement) throws SQLException {
        PolicyEngine engine = aDocument().purpose(aPurpose()).engine();
        store.activate(engine.document(), "test");
        store.record(List.of(new PolicyStore.PersonAct(
                ALICE, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.minus(Duration.ofDays(1)))))));
        store.templates(ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY)));
        for (Duration since : List.of(Duration.ofHours(2), Duration.ofMinutes(30))) {
            store.moveClock(TUESDAY_9.minus(since));
            Admission.Decided sent = (Admission.Decided)
                    store.decide(List.of(aSend().build()), engine).get(0);
            store.settle(List.of(new Settlement(sent.messageId(), sent.attempt(), new Outcome.Unknown(0))));
            assertThat(store.message(sent.messageId()).orElseThrow().state()).isEqualTo(MessageState.UNKNOWN);
            statement.execute("insert into message select (jsonb_populate_record(m,"
                    + " jsonb_build_object('id', gen_random_uuid(), 'sender', case when i % 2 = 0 then m.sender end))).*"
                    + " from message m, generate_series(2, " + ROWS / 2 + ") i where m.id = '" + sent.messageId()
                    + "'");
            store.moveClock(TUESDAY_9);
            // A part of them each time.
            for (int i = 0; i < ROWS / 500; i++) {
                assertThat(store.ruleUnknown(engine.document(), Duration.ofHours(1), 5))
                        .isZero();
            }
        }
        statement.execute("vacuum message");
    }

    @AfterAll
    void close() {
        if (stores != null) {
            stores.close();
        }
    }

    static Stream<Arguments> looks() {
        List<Object> none = List.of();
        return Stream.of(
                Arguments.of("senders", Claiming.SENDERS, none),
                Arguments.of("claims", Claiming.DUE, List.of("", DUE, 192L)),
                Arguments.of("the next due", Claiming.NEXT, none),
                Arguments.of(
                        "unknown ones",
                        Settling.UNKNOWN,
                        List.of(ProgressColumns.IN_DOUBT, ProgressColumns.IN_DOUBT + HOUR_BEFORE)),
                Arguments.of("unknown ones of the version before", Settling.UNKNOWN, List.of(0L, HOUR_BEFORE)),
                Arguments.of("what is held for later", ControlTables.LATER, List.of(DUE + 1, UpkeepTable.NIL, 500L)),
                Arguments.of("payloads", UpkeepTable.PAYLOADS, List.of(UpkeepTable.NIL, 500L)),
                Arguments.of("decisions", UpkeepTable.DECISIONS, List.of(UpkeepTable.NIL, 500L)),
                Arguments.of("keys", UpkeepTable.KEYS, List.of("", 500L)),
                Arguments.of(
                        "events of the messages of one who is erased",
                        JdbcPersonalData.EVENTS_OF_MESSAGES,
                        List.of(500L)),
                Arguments.of(
                        "events of the addresses of one who is erased",
                        JdbcPersonalData.EVENTS_OF_ADDRESSES,
                        List.of(500L)),
                Arguments.of(
                        "consents that will lapse by the document",
                        Lapsing.BY_AGE,
                        List.of("purpose:slip", 1_000L, 1_400L, 1_000L, 500L)),
                Arguments.of(
                        "consents that will end by themselves",
                        Lapsing.BY_THEMSELVES,
                        List.of("purpose:slip", 1_000L, 1_400L, 1_000L, 500L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void each_goes_by_an_index_and_ends_early(String what, String sql, List<Object> parameters) throws SQLException {
        String plan = plan(sql, parameters);
        assertThat(plan).contains("Index").doesNotContain("Seq Scan").doesNotContain("Sort");
        assertThat(mostRows(plan)).as(plan).isLessThanOrEqualTo(500);
    }

    private String plan(String sql, List<Object> parameters) throws SQLException {
        StringBuilder plan = new StringBuilder();
        PostgresDialect dialect = new PostgresDialect(10_000);
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement begin = connection.createStatement();
                PreparedStatement explain = connection.prepareStatement("explain (analyze, timing off, summary off) "
                        + dialect.text(sql)
                                .replace("id > ?", "id > ?::uuid")
                                .replace("id) > (?, ?)", "id) > (?, ?::uuid)"))) {
            connection.setAutoCommit(false);
            begin.execute("select " + dialect.settings());
            for (int i = 0; i < parameters.size(); i++) {
                explain.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    @Test
    @DisplayName("of silent owners no more is sorted than there are")
    void leases_go_by_an_index() throws SQLException {
        String plan = plan(Flying.SILENT, List.of("SENDING", DUE));
        assertThat(plan).contains("Index Scan using message_in_doubt").doesNotContain("Seq Scan");
        assertThat(mostRows(plan)).as(plan).isLessThanOrEqualTo(500);
    }

    /** Read by any step, also those that it threw away. */
    private static int mostRows(String plan) {
        return Pattern.compile("(?:actual rows=|Rows Removed by [A-Za-z ]+: )(\\d+)")
                .matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElseThrow();
    }
}
