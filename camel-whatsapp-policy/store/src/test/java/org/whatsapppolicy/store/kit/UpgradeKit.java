package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ACCOUNT;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.policy.RequestBuilder;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.state.ContentJson;

/** A database of every earlier version, with people and messages in it, is brought to this one and goes on where it stood. */
public abstract class UpgradeKit {

    private static final StoreOptions FROZEN = StoreOptions.DEFAULTS.frozenAt(TUESDAY_9);
    private static final UUID SENT = new UUID(1, 1);
    private static final UUID HELD = new UUID(1, 2);
    private static final UUID SENDING = new UUID(1, 3);
    private static final long NINE = TUESDAY_9.toEpochMilli();
    private static final String PERSON = "insert into person (id, last_inbound_at) values (?, null)";
    private static final String ADDRESS =
            "insert into recipient_address (address, id, person_id, kind, send_to, region) values (?, ?, ?, 'phone', ?, ?)";
    private static final String CONSENT =
            "insert into consent (person_id, kind, scope, event_id, act_at, source, imported)"
                    + " values (?, ?, ?, ?, ?, 'signup', false)";
    private static final String MESSAGE =
            "insert into message (id, person_id, address_id, decided_at, counts_to, purpose,"
                    + " category, proactive, state, attempt, changed_at, not_before, send_before, due_at, wamid, error_code,"
                    + " idempotency_key, sender, sender_named, type, priority, taken_at, policy_hash, reasons) values (?, ?, ?, ?,"
                    + " ?, ?, 'UTILITY', true, ?, 1, ?, ?, ?, ?, ?, 0, ?, 'billing', false, 'template', 0, ?, 'hash', '[]')";

    /** Where this run's stores are. */
    protected abstract Stores stores();

    /** The dialect's folder of scripts. */
    protected abstract String folder();

    /** Ids as this database takes them. */
    protected abstract Object id(UUID id);

    static IntStream versions() {
        return IntStream.range(1, Scripts.in("sqlite").size());
    }

    @ParameterizedTest(name = "from version {0}")
    @MethodSource("versions")
    @DisplayName("What is known of people and messages is still known after the upgrade")
    void goes_on(int version) throws SQLException {
        try (Stores place = stores()) {
            try (Connection tables = Objects.requireNonNull(place.tables())) {
                old(tables, version);
            }
            try (PolicyStore store = place.open(FROZEN)) {
                PolicyEngine engine = aDocument()
                        .purpose(aPurpose().cap(new Cap.Rolling(1, Duration.ofHours(24), false)))
                        .engine();
                store.activate(engine.document(), "test");
                store.templates(ACCOUNT, List.of(aTemplate(PURPOSE, Category.UTILITY)));

                SendRequest repeated = request().key("old-key").build();
                assertThat(store.decide(List.of(repeated), engine))
                        .containsExactly(
                                new Admission.Repeated(store.message(SENT).orElseThrow()));
                assertThat(codes(store, request().build(), engine)).contains("cap-reached");
                assertThat(codes(store, aSend().to(BRUNO).build(), engine)).contains("opted-out");
                assertThat(store.lookup(ALICE, Duration.ofDays(1)).sent()).hasSize(2);
                Report report = new Report(SENDING, MessageState.SENT, "wamid.2", 0);
                store.inbox().receive(List.of(new Receipt("s:1", "status", ALICE, null, null, report, null)));
                assertThat(store.message(SENDING).orElseThrow().state()).isEqualTo(MessageState.SENT);
                store.moveClock(TUESDAY_9.plus(Duration.ofHours(25)));
                SendRequest due = store.claimDue(10, Duration.ofSeconds(30)).get(0);
                assertThat(due.id()).isEqualTo(HELD);
                Admission.Decided again =
                        (Admission.Decided) store.decide(List.of(due), engine).get(0);
                assertThat(again.decision().verdict()).isEqualTo(Verdict.ALLOW);
            }
            try (Connection tables = Objects.requireNonNull(place.tables());
                    Statement statement = tables.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select count(*), max(version) from whatsapp_policy_schema")) {
                assertThat(rows.next()).isTrue();
                assertThat(List.of(rows.getInt(1), rows.getInt(2)))
                        .containsOnly(Scripts.in(folder()).size());
            }
        }
    }

    private static RequestBuilder request() {
        return aSend().to(ALICE);
    }

    private static List<String> codes(PolicyStore store, SendRequest request, PolicyEngine engine) {
        return ((Admission.Decided) store.decide(List.of(request), engine).get(0))
                .decision()
                .codes();
    }

    /** As an earlier version left it. */
    private void old(Connection tables, int version) throws SQLException {
        try (Statement statement = tables.createStatement()) {
            statement.execute("create table whatsapp_policy_schema"
                    + " (version integer primary key, script text not null, applied_at bigint not null)");
            List<String> scripts = Scripts.in(folder());
            for (int i = 0; i < version; i++) {
                for (String one : Scripts.statements(folder(), scripts.get(i))) {
                    statement.execute(one);
                }
                statement.execute("insert into whatsapp_policy_schema (version, script, applied_at) values (" + (i + 1)
                        + ", '" + scripts.get(i) + "', 0)");
            }
        }
        run(
                tables,
                "insert into installation (one, created_at, epoch, doubted_since, suppression_imported_at, clock,"
                        + " clock_base) values (1, ?, 1, ?, ?, 'frozen', ?)",
                NINE,
                NINE,
                NINE,
                NINE);
        person(tables, 1, ALICE);
        person(tables, 2, BRUNO);
        run(tables, CONSENT, 1L, "grant", "purpose:" + PURPOSE, 1L, NINE - 86_400_000);
        run(tables, CONSENT, 2L, "grant", "purpose:" + PURPOSE, 2L, NINE - 86_400_000);
        run(tables, CONSENT, 2L, "opt-out", "all", 3L, NINE - 3_600_000);
        message(tables, SENT, "DELIVERED", NINE, null, null, "wamid.1", "old-key");
        message(tables, SENDING, "SENDING", NINE + 31_000, NINE + 1_000, NINE + 1_000, null, null);
        message(tables, HELD, "HELD", null, NINE + 86_400_000, null, null, null);
        run(tables, "insert into idempotency_key (key, message_id, recorded_at) values ('old-key', ?, 1)", id(SENT));
    }

    private static void person(Connection tables, long id, Recipient who) throws SQLException {
        PhoneNumber phone = (PhoneNumber) who;
        run(tables, PERSON, id);
        run(tables, ADDRESS, phone.key(), id, id, phone.e164(), phone.region());
    }

    private void message(
            Connection tables,
            UUID message,
            String state,
            @Nullable Long counts,
            @Nullable Long due,
            @Nullable Long sendBefore,
            @Nullable String wamid,
            @Nullable String key)
            throws SQLException {
        Long notBefore = state.equals("HELD") ? due : null;
        run(
                tables,
                MESSAGE,
                id(message),
                1L,
                1L,
                NINE,
                counts,
                PURPOSE,
                state,
                NINE,
                notBefore,
                sendBefore,
                due,
                wamid,
                key,
                NINE);
        run(
                tables,
                "insert into message_content (message_id, payload) values (?, ?)",
                id(message),
                ContentJson.write(request().build().content()));
    }

    private static void run(Connection tables, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = tables.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
