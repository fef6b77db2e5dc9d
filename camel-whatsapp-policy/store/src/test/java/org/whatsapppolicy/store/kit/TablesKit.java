package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.signedUp;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.WhenUnknown;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.ledger.MessageStatus;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.FeedEvent.Kind;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.StoreOptions;

/** What stands in which table, and that it is still there when a store is opened again. */
public abstract class TablesKit extends StoreKit {

    private long revision = 1;

    private static final List<String> TABLES = List.of(
            "installation",
            "policy_document",
            "sender",
            "template",
            "person",
            "recipient_address",
            "consent",
            "consent_event",
            "consent_evidence",
            "message",
            "message_content",
            "idempotency_key",
            "inbox",
            "suppression");

    private SendRequest used() {
        agrees(ALICE, PURPOSE);
        store.record(List.of(
                new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.MARKETING, signedUp(TUESDAY_9.minusSeconds(7))))));
        store.inbound(ALICE, TUESDAY_9);
        store.tokens("billing", 80, 1);
        MessageContent secret = new MessageContent(
                "text", null, null, Map.of("type", "text", "text", Map.of("body", "the-secret-text")));
        SendRequest request = aSend().content(secret).key("slip-1").build();
        settle(decided(request), accepted());
        decided(aSend().template(PURPOSE).build());
        return request;
    }

    private Set<String> columnsWith(String needle) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            String value = rows.getString(i);
                            if (value != null && value.contains(needle)) {
                                found.add(table + "." + rows.getMetaData().getColumnName(i));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    @Test
    @DisplayName("S-22: an address stands in recipient_address and nowhere else")
    void addresses_stand_in_one_table() throws SQLException {
        used();
        assertThat(columnsWith("988880001")).containsExactly("recipient_address.address", "recipient_address.send_to");
    }

    @Test
    @DisplayName("S-47: text and evidence stand in tables that can be erased")
    void content_and_evidence_stand_apart() throws SQLException {
        used();
        assertThat(columnsWith("the-secret-text")).containsExactly("message_content.payload");
        assertThat(columnsWith("form-17")).containsExactly("consent_evidence.reference");
    }

    @Test
    @DisplayName("S-47: of an erased person no table holds the number, the text or the evidence")
    void an_erased_person_is_in_no_table() throws SQLException {
        used();
        store.inbox()
                .receive(List.of(
                        new Receipt("m:1", "message", ALICE, null, null, null, "{\"from\":\"5511988880001\"}", null)));
        assertThat(columnsWith("988880001")).hasSize(3);
        store.personalData().forget(ALICE);
        assertThat(columnsWith("988880001")).isEmpty();
        assertThat(columnsWith("the-secret-text")).isEmpty();
        assertThat(columnsWith("form-17")).isEmpty();
        assertThat(columnsWith("marketing")).contains("suppression.scope");
    }

    @Test
    @DisplayName("S-47: with the content erased a repeat is still a repeat")
    void a_repeat_is_known_without_its_content() throws SQLException {
        SendRequest request = used();
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from message_content");
        }
        assertThat(decide(request)).isInstanceOf(Admission.Repeated.class);
    }

    @Test
    @DisplayName("promise 4: a store that is opened again has lost nothing")
    void nothing_is_lost_when_it_is_opened_again() {
        SendRequest request = used();
        PersonFacts facts = store.lookup(ALICE, Duration.ofDays(30));
        MessageStatus status = store.message(request.id()).orElseThrow();
        List<Object> before = new ArrayList<>(List.of(store.templates(), store.now(), store.nextDue()));
        store.close();
        store = stores.open(FROZEN);
        assertThat(store.lookup(ALICE, Duration.ofDays(30))).isEqualTo(facts);
        assertThat(store.message(request.id())).contains(status);
        assertThat(decide(request)).isEqualTo(new Admission.Repeated(status));
        assertThat(List.<Object>of(store.templates(), store.now(), store.nextDue()))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("M-6: real time is refused on a store of virtual time")
    void a_demo_database_is_no_real_one() {
        assertThatThrownBy(() -> stores.open(StoreOptions.DEFAULTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("virtual time");
    }

    @Test
    void a_missing_schema_is_refused_by_the_name_of_its_script() {
        try (Stores empty = stores()) {
            assertThatThrownBy(() -> empty.open(FROZEN.withoutSchema()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("V1__policy_store.sql");
        }
    }

    @Test
    @DisplayName(
            "Rolling upgrade: a node goes on while and after a later version applies scripts that it does not know")
    void later_scripts_that_add_do_not_stop_an_older_node() throws SQLException {
        used();
        if (noTables()) {
            return;
        }
        laterVersion(1);

        itIs(Duration.ofHours(25));
        settle(decided(aSend().key("slip-2").build()), accepted());
        try (PolicyStore again = stores.open(FROZEN);
                PolicyStore unchanged = stores.open(FROZEN.withoutSchema())) {
            Admission.Decided held = decided(aSend().build());
            itIs(Duration.ofHours(50));
            assertThat(again.claimDue(10, LEASE)).extracting(SendRequest::id).contains(held.messageId());
            assertThat(unchanged.inbox().receive(List.of(new Receipt("m:9", "message", ALICE, null, null, null, "{}"))))
                    .containsExactly(true);
            assertThat(again.personalData().forget(ALICE).addresses()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("Rolling upgrade: a script that an older version cannot live with keeps that version out, and says so")
    void a_script_that_changes_meaning_keeps_older_nodes_out() throws SQLException {
        if (noTables()) {
            return;
        }
        laterVersion(99);

        for (StoreOptions options : List.of(FROZEN, FROZEN.withoutSchema())) {
            assertThatThrownBy(() -> stores.open(options))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("version 99 and later can use")
                    .hasMessageContaining("use that one");
        }
    }

    @Test
    @DisplayName(
            "S-41, rolling upgrade: who wants events that only a newer version knows is left to a node of that version")
    void what_only_a_newer_version_knows_is_left_to_it() throws SQLException {
        if (noTables()) {
            return;
        }
        newerVersionSubscribes();

        assertThat(store.feed().next("crm", "older", 10)).isEqualTo(Feed.Page.NOTHING);
        assertThat(store.feed().lead("crm", "older", LEASE)).isFalse();
        assertThat(told("select coalesce(reader, 'nobody') from subscriber")).isEqualTo("nobody");
        // Nor does the older one, which follows, take from the newer one what it wants and what is written for it.
        store.feed().subscribe("crm", Set.of(Kind.CONSENT));
        assertThat(told("select kinds from subscriber")).isEqualTo("consent,later");
        store.feed().subscribe("billing", Set.of(Kind.OUTCOME));
        assertThat(told("select event_kinds from installation")).isEqualTo("consent,later,outcome");
    }

    @Test
    @DisplayName("S-41: after a return to the older version it reads again, once no newer node was there for a minute")
    void an_older_version_that_is_alone_again_reads() throws SQLException {
        if (noTables()) {
            return;
        }
        newerVersionSubscribes();
        store.feed().lead("crm", "older", LEASE);

        itIs(Duration.ofSeconds(61));
        store.feed().subscribe("crm", Set.of(Kind.CONSENT));

        assertThat(store.feed().lead("crm", "older", LEASE)).isTrue();
        assertThat(store.feed().next("crm", "older", 10).events())
                .extracting(FeedEvent::kind)
                .containsExactly(Kind.CONSENT);
    }

    @Test
    @DisplayName("S-38, rolling upgrade: what the version before left unknown is ruled on too")
    void what_the_version_before_left_unknown() throws SQLException {
        if (noTables()) {
            return;
        }
        Admission.Decided sent = unknown();
        change("update message set due_at = changed_at where state = 'UNKNOWN'");
        itIs(Duration.ofHours(1).minusMillis(1));
        assertThat(ruled(WhenUnknown.FAIL)).isZero();
        itIs(Duration.ofHours(1));
        assertThat(ruled(WhenUnknown.FAIL)).isOne();
        assertThat(state(sent)).isEqualTo(MessageState.FAILED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"of this version", "of the version before"})
    @DisplayName("S-38: what is left unknown after the horizon stands in no index of what is due")
    void what_is_left_unknown_is_not_due(String writer) throws SQLException {
        if (noTables()) {
            return;
        }
        unknown();
        if (writer.endsWith("before")) {
            change("update message set due_at = changed_at where state = 'UNKNOWN'");
        }
        assertThat(told("select count(*) from message where due_at is not null"))
                .isEqualTo("1");
        itIs(Duration.ofHours(1));
        assertThat(ruled(WhenUnknown.HOLD)).isZero();
        assertThat(told("select count(*) from message where due_at is not null"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("S-38: what is unknown stands behind everything that is held, for how long ever that is")
    void what_is_unknown_stands_behind_what_is_held() throws SQLException {
        if (noTables()) {
            return;
        }
        unknown();
        Admission.Decided held = decided(aSend().build());
        change("update message set due_at = due_at + 3000000000000, not_before = not_before + 3000000000000"
                + " where state = 'HELD'");
        assertThat(told("select id from message where due_at is not null order by due_at, id limit 1"))
                .isEqualTo(held.messageId().toString());
        assertThat(store.nextDue()).isPresent();
    }

    @ParameterizedTest(name = "departing: {0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "true | update message_content set payload = '{\"later\":1,' || substr(payload, 2)",
                "false | update message_content set payload = '{\"later\":1,' || substr(payload, 2)",
                "true | update message set category = 'LATER'"
            })
    @DisplayName("Rolling upgrade: a held message that this version cannot read keeps no other back, and is not lost")
    void what_cannot_be_read_keeps_nobody_back(boolean departing, String written) throws SQLException {
        if (noTables()) {
            return;
        }
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
        settle(decided(aSend().build()), accepted());
        settle(decided(aSend().to(BRUNO).build()), accepted());
        Admission.Decided newer = decided(aSend().build());
        Admission.Decided other = decided(aSend().to(BRUNO).build());
        boolean content = written.contains("message_content");
        String where = (content ? " where message_id = '" : " where id = '") + newer.messageId() + "'";
        String was = told("select " + (content ? "payload from message_content" : "category from message") + where);
        change(written + where);
        itIs(Duration.ofHours(25));

        assertThat(leaving(departing)).containsExactly(other.messageId());

        assertThat(told("select state from message where id = '" + newer.messageId() + "'"))
                .isEqualTo("HELD");
        assertThat(leaving(departing)).isEmpty();
        change((content ? "update message_content set payload = '" : "update message set category = '") + was + "'"
                + where);
        itIs(Duration.ofHours(25).plus(LEASE));
        assertThat(leaving(departing)).contains(newer.messageId());
    }

    private List<UUID> leaving(boolean departing) {
        return departing
                ? store.departDue(Room.of(10), LEASE, one -> true, engine).stream()
                        .map(due -> due.request().id())
                        .toList()
                : store.claimDue(10, LEASE).stream().map(SendRequest::id).toList();
    }

    @ParameterizedTest(name = "{0} of {1} messages each")
    @CsvSource({"1200, 1", "400, 200"})
    @DisplayName("S-38: however many transactions ended before it, a silent owner is found at the next look")
    void a_silent_owner_behind_many_that_ended(int flights, int each) throws SQLException {
        if (noTables()) {
            return;
        }
        agrees(ALICE, PURPOSE);
        Admission.Decided silent = decided(aSend().build());
        String ended = String.join(",", Collections.nCopies(each, new UUID(7, 7).toString()));
        change("with recursive n (i) as (select 1 union all select i + 1 from n where i < " + flights + ")"
                + " insert into flight (look_at, messages) select 1, '" + ended + "' from n");
        itIs(Duration.ofSeconds(1).plus(LEASE));

        assertThat(store.expireLeases(LEASE)).isOne();

        assertThat(state(silent)).isEqualTo(MessageState.UNKNOWN);
        assertThat(told("select count(*) from flight")).isEqualTo("0");
    }

    private Admission.Decided unknown() {
        agrees(ALICE, PURPOSE);
        Admission.Decided sent = decided(aSend().key("k").build());
        settle(sent, new Outcome.Unknown(0));
        return sent;
    }

    /** By a document that says so, which is in force from then on. */
    private int ruled(WhenUnknown whenUnknown) {
        Cap daily = new Cap.Rolling(1, Duration.ofHours(24), false);
        activate(aDocument().revision(++revision).purpose(aPurpose().cap(daily).whenUnknown(whenUnknown)));
        return store.ruleUnknown(engine.document(), Duration.ofHours(1), 5);
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement changing = connection.createStatement()) {
            changing.execute(statement);
        }
    }

    /** While a node of this version reads for it. */
    private void newerVersionSubscribes() throws SQLException {
        store.feed().subscribe("crm", Set.of(Kind.CONSENT));
        assertThat(store.feed().lead("crm", "older", LEASE)).isTrue();
        agrees(ALICE, PURPOSE);
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            statement.execute("update subscriber set kinds = 'consent,later'");
        }
    }

    private String told(String query) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private boolean noTables() throws SQLException {
        try (Connection tables = stores.tables()) {
            return tables == null;
        }
    }

    /** What a later version does to the tables, while this store is open. */
    private void laterVersion(int oldest) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table message add column later_note text");
            statement.execute("alter table person add column later_count integer not null default 0");
            statement.execute("create table later_table (id bigint primary key)");
            statement.execute("insert into whatsapp_policy_schema (version, script, applied_at, oldest)"
                    + " values (99, 'V99__later.sql', 0, " + oldest + ")");
        }
    }

    @Test
    void a_schema_that_was_applied_before_is_taken_as_it_is() {
        try (PolicyStore second = stores.open(FROZEN.withoutSchema())) {
            assertThat(second.now()).isEqualTo(TUESDAY_9);
        }
    }

    @Test
    @DisplayName("M-6: a real clock is the present, to the millisecond, and cannot be moved")
    void a_real_clock_cannot_be_moved() {
        try (Stores others = stores();
                PolicyStore real = others.open(StoreOptions.DEFAULTS)) {
            assertThat(Duration.between(
                                    real.now(), StoreOptions.DEFAULTS.process().instant())
                            .abs())
                    .isLessThan(Duration.ofSeconds(5));
            assertThatThrownBy(() -> real.moveClock(TUESDAY_9)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> real.moveClock(Duration.ofHours(1))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("S-41: of many events that nobody read some thousands get their places at a time, and none is skipped")
    void many_events_get_their_places_in_parts() throws SQLException {
        if (noTables()) {
            return;
        }
        store.feed().subscribe("crm", Set.of(Kind.DECISION));
        assertThat(store.feed().lead("crm", "one", LEASE)).isTrue();
        manyEvents();
        List<Long> places = new ArrayList<>();

        Feed.Page page = store.feed().next("crm", "one", 2_000);

        assertThat(Long.parseLong(told("select count(*) from event where place is not null")))
                .isBetween(2_000L, 5_000L);
        while (!page.events().isEmpty()) {
            page.events().forEach(event -> places.add(event.place()));
            assertThat(store.feed().taken("crm", "one", page.upTo(), LEASE)).isTrue();
            page = store.feed().next("crm", "one", 2_000);
        }
        assertThat(places).hasSize(MANY).isSorted().doesNotHaveDuplicates();
        assertThat(told("select count(*) from event a join event b on b.place = a.place + 1 where b.id < a.id"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("S-41: who subscribes after many events that have no places yet gets none of them")
    void a_subscriber_begins_behind_many_events() throws SQLException {
        if (noTables()) {
            return;
        }
        manyEvents();

        store.feed().subscribe("crm", Set.of(Kind.DECISION));

        assertThat(store.feed().lead("crm", "one", LEASE)).isTrue();
        assertThat(store.feed().next("crm", "one", 10).events()).isEmpty();
        assertThat(told("select place from subscriber")).isEqualTo(String.valueOf(MANY));
    }

    private static final int MANY = 12_000;

    private void manyEvents() throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            statement.execute("with recursive n (i) as (select 1 union all select i + 1 from n where i < " + MANY + ")"
                    + " insert into event (kind, happened_at, attempt, state, error_code)"
                    + " select 'decision', 0, 1, 'ALLOW', 0 from n");
        }
    }
}
