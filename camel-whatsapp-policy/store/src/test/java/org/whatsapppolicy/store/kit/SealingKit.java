package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.number;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.message.MessageContent;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PersonalData.PersonRecord;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.seal.KeyProvider;
import org.whatsapppolicy.store.seal.WrittenKeys;

/** S-47: with a key provider everything that can be erased is encrypted by a key of the person, and forgotten with that key. */
public abstract class SealingKit extends StoreKit {

    private static final String OLD_KEY = "old:" + "B".repeat(43) + "=";
    private static final String NEW_KEY = "new:" + "C".repeat(43) + "=";
    private static final KeyProvider OLD = WrittenKeys.of(OLD_KEY);
    private static final Recipient BOB = new UserId("BR.2002");
    private static final Recipient NEW_PHONE = number("+5511988880077");
    private static final Recipient OTHER_ID = new UserId("BR.1002");
    private static final Recipient ID = new UserId("BR.1001");
    private static final List<String> SECRETS = List.of("the-secret-text", "order-7", "clerk-7", "case-99", "said-so");

    /** Where the store stands, without keys. */
    protected abstract Stores place();

    @Override
    protected Stores stores() {
        return new WithKeys(place(), OLD);
    }

    private record WithKeys(Stores place, KeyProvider keys) implements Stores {
        @Override
        public PolicyStore open(StoreOptions options) {
            return place.open(options.keys(options.keys() == null ? keys : options.keys()));
        }

        @Override
        public Connection tables() throws SQLException {
            return Objects.requireNonNull(place.tables());
        }

        @Override
        public void close() {
            place.close();
        }
    }

    private static SendRequest message(Recipient person, String key) {
        MessageContent secret = new MessageContent(
                "text", null, null, Map.of("type", "text", "text", Map.of("body", "the-secret-text")));
        return aSend().to(person).content(secret).context("order-7").key(key).build();
    }

    private void knows(Recipient person, String key) {
        Evidence said = new Evidence(TUESDAY_9.minus(Duration.ofDays(1)), "crm", "clerk-7", "terms-1", "pt", "case-99");
        store.record(List.of(new PersonAct(person, new ConsentAct.Granted(Grant.of(PURPOSE, said)))));
        store.inbound(person, TUESDAY_9);
        decided(message(person, key));
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:" + key, "message", person, TUESDAY_9, null, null, "{\"text\":\"said-so\"}", null)));
    }

    private PersonRecord export(Recipient person) {
        return store.personalData().export(person).orElseThrow();
    }

    private static void isWhole(PersonRecord all) {
        assertThat(all.history().get(0).actor()).isEqualTo("clerk-7");
        assertThat(all.history().get(0).reference()).isEqualTo("case-99");
        assertThat(all.messages().get(0).content()).contains("the-secret-text");
        assertThat(all.messages().get(0).row().asked().context()).isEqualTo("order-7");
        assertThat(all.inbox().get(0)).contains("said-so");
        assertThat(all.facts().consents().grants().get(0).evidence().reference())
                .isEqualTo("case-99");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("message", "message_content", "consent_event", "consent_evidence", "inbox")) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append(rows.getString(i)).append('|');
                        }
                    }
                }
            }
        }
        return all.toString();
    }

    private void reopen(KeyProvider keys) {
        store.close();
        store = stores.open(FROZEN.keys(keys));
    }

    @Test
    @DisplayName("S-47: no table shows text, context, raw JSON or evidence, and whoever has the keys reads all of it")
    void nothing_can_be_read_without_the_keys() throws SQLException {
        knows(ALICE, "slip-1");
        assertThat(SECRETS).noneMatch(dump()::contains);
        isWhole(export(ALICE));
        assertThat(store.inbox().claim(1, LEASE).get(0).payload()).contains("said-so");
    }

    @Test
    @DisplayName("Each person has a key of their own")
    void a_key_for_each() throws SQLException {
        knows(ALICE, "slip-1");
        knows(BOB, "slip-2");
        assertThat(count("select count(distinct key_id) from message_content")).isEqualTo(2);
        assertThat(count("select count(*) from person_key where person_id <> 0"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("S-47: to forget a person deletes their key, so that a copy of what it encrypted says nothing")
    void to_forget_deletes_the_key() throws SQLException {
        knows(ALICE, "slip-1");
        knows(BOB, "slip-2");
        try (Connection connection = Objects.requireNonNull(stores.tables());
                Statement statement = connection.createStatement()) {
            statement.execute("create table backup as select * from consent_evidence");
        }
        store.personalData().forget(ALICE);
        assertThat(count("select count(*) from person_key where person_id <> 0"))
                .isEqualTo(1);
        assertThat(count("select count(*) from backup b join person_key k on k.id = b.key_id"))
                .isEqualTo(1);
        isWhole(export(BOB));
    }

    @Test
    @DisplayName("S-22: of people who turn out to be one everything stays readable")
    void people_who_are_one_keep_their_keys() {
        knows(ALICE, "slip-1");
        knows(ID, "slip-2");
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:3",
                        "message",
                        ALICE,
                        TUESDAY_9,
                        null,
                        null,
                        "{\"text\":\"said-so\"}",
                        new Sighting(List.of(ALICE, ID), List.of(), "", TUESDAY_9))));
        PersonRecord all = export(ID);
        isWhole(all);
        assertThat(all.messages()).hasSize(2).allMatch(m -> String.valueOf(m.content())
                .contains("the-secret-text"));
        assertThat(all.inbox()).hasSize(3).allMatch(json -> json.contains("said-so"));
    }

    @Test
    @DisplayName(
            "S-23: a held message goes over to who has the number, and is still there when who left it is forgotten")
    void a_message_of_somebody_else_is_encrypted_again() throws SQLException {
        Recipient theirs = new UserId("BR.1003");
        knows(ALICE, "slip-1");
        sees(new Sighting(List.of(ALICE, ID), List.of(), "acme", TUESDAY_9));
        store.controls().stop(Stop.ALL, "ann", "so that it is held");
        Admission.Decided held = decided(message(ALICE, "slip-2"));
        sees(new Sighting(List.of(NEW_PHONE, OTHER_ID), List.of(ALICE, ID), "acme", TUESDAY_9.plusSeconds(60)));
        itIs(Duration.ofHours(1));
        sees(new Sighting(List.of(ALICE, theirs), List.of(), "acme", TUESDAY_9.plusSeconds(120)));
        store.record(List.of(new PersonAct(
                ALICE, new ConsentAct.Granted(Grant.of(PURPOSE, evidence("form", TUESDAY_9.plusSeconds(180)))))));
        store.inbound(ALICE, TUESDAY_9.plusSeconds(240));
        itIs(Duration.ofHours(2));
        decided(store.claimDue(10, LEASE).get(0));
        assertThat(state(held)).isEqualTo(MessageState.HELD);

        store.personalData().forget(NEW_PHONE);

        assertThat(SECRETS).noneMatch(dump()::contains);
        itIs(Duration.ofHours(4));
        SendRequest due = store.claimDue(10, LEASE).get(0);
        assertThat(due.content().body().toString()).contains("the-secret-text");
        assertThat(due.context()).isEqualTo("order-7");
    }

    private void sees(Sighting sighting) {
        Recipient person = sighting.addresses().get(0);
        store.inbox()
                .receive(List.of(new Receipt(
                        "m:" + sighting.at(),
                        "message",
                        person,
                        null,
                        null,
                        null,
                        "{\"text\":\"said-so\"}",
                        sighting)));
    }

    @Test
    @DisplayName("S-37: a repeat is recognised by what it says")
    void a_repeat_is_recognised() {
        knows(ALICE, "slip-1");
        assertThat(decide(message(ALICE, "slip-1"))).isInstanceOf(Admission.Repeated.class);
        assertThat(decide(aSend().key("slip-1").build())).isInstanceOf(Admission.Conflict.class);
    }

    @Test
    @DisplayName("S-47: a new key takes over, and the old one can be given up once everything is wrapped again")
    void keys_rotate() throws SQLException {
        knows(ALICE, "slip-1");
        store.record(List.of(new PersonAct(BOB, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)))));
        store.personalData().forget(BOB);
        reopen(WrittenKeys.of(NEW_KEY + "," + OLD_KEY));
        isWhole(export(ALICE));
        int wrapped = 0;
        for (int more = 1; more > 0; wrapped += more) {
            more = store.personalData().wrapAgain(1);
        }
        assertThat(wrapped).isPositive();
        assertThat(count("select count(*) from person_key where wrapping <> 'new'"))
                .isZero();
        reopen(WrittenKeys.of(NEW_KEY));
        isWhole(export(ALICE));
        assertThat(store.check(List.of(aSend().to(BOB).build()), engine).get(0).codes())
                .contains("opted-out");
    }

    @Test
    @DisplayName("A store is not opened without the keys it needs, and says which")
    void missing_keys_are_named() {
        knows(ALICE, "slip-1");
        store.close();
        assertThatThrownBy(() -> stores.open(FROZEN.keys(WrittenKeys.of(NEW_KEY))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("old")
                .hasMessageContaining("all of its keys");
        assertThatThrownBy(() -> ((WithKeys) stores).place().open(FROZEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no key provider");
        store = stores.open(FROZEN);
        isWhole(export(ALICE));
    }

    @Test
    @DisplayName("A key that is another one under the same id is told from a right one")
    void a_wrong_key_is_told() {
        knows(ALICE, "slip-1");
        reopen(WrittenKeys.of("old:" + "D".repeat(43) + "="));
        assertThatThrownBy(() -> export(ALICE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another key");
    }

    @Test
    @DisplayName(
            "S-47: the key of the suppression list stands in the store only wrapped, also when it was there before")
    void the_suppression_key_is_wrapped() throws SQLException {
        store.close();
        store = ((WithKeys) stores).place().open(FROZEN);
        agrees(ALICE, PURPOSE);
        store.record(
                List.of(new PersonAct(ALICE, new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", TUESDAY_9)))));
        store.personalData().forget(ALICE);
        assertThat(count("select count(*) from installation where suppression_key like 'wrapped:%'"))
                .isZero();
        reopen(OLD);
        assertThat(count("select count(*) from installation where suppression_key like 'wrapped:old:%'"))
                .isEqualTo(1);
        Grant row = Grant.imported(
                PURPOSE, new Evidence(TUESDAY_9.plusSeconds(60), "import", "crm", "terms-1", null, "row 1"), null);
        assertThat(store.record(List.of(new PersonAct(ALICE, new ConsentAct.Granted(row)))))
                .containsExactly(Consents.Effect.OPTED_OUT);
    }
}
