package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.OptOut;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.store.PersonalData;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.LatestOwner;
import org.whatsapppolicy.store.state.Person;

/** What the tables hold of one person. */
final class JdbcPersonalData implements PersonalData {

    private static final String ADDRESSES =
            "select address, kind, send_to, region from recipient_address where person_id = ? order by id";
    private static final String HELD = "select address, kind, send_to, region, portfolio, seen_at, person_id"
            + " from recipient_address where person_id = ? order by id";
    private static final String INBOX = "select " + Sealed.columns("i") + ", i.payload from inbox i" + Sealed.join("i")
            + " where i.person_id = ? and i.due_at is not null order by i.id";
    private static final String DEAD_INBOX = "select " + Sealed.columns("i") + ", i.payload from inbox i"
            + Sealed.join("i") + " where i.person_id = ? and i.dead order by i.id";
    private static final String LANGUAGE = "select language from message where person_id = ? and language is not null"
            + " order by decided_at desc, id desc limit 1";
    private static final String DENY_HELD = "update message set state = ?, reasons = ?, changed_at = ?, due_at = null,"
            + " not_before = null, counts_to = null where person_id = ? and state = ?";
    private static final String END_OPEN = "update message set state = ?, attempt = attempt + 1, due_at = null"
            + " where person_id = ? and state in ('SENDING', 'UNKNOWN')";
    private static final String NO_CONTENT =
            "delete from message_content where message_id in (select id from message where person_id = ?)";
    private static final String LOCK_MESSAGES = "select id from message where person_id = ? order by id $lock";
    static final String EVENTS_OF_MESSAGES =
            "update event set wamid = null where message_id in (select id from message where person_id = ?)"
                    + " and wamid is not null";
    static final String EVENTS_OF_ADDRESSES = "update event set person_id = null, address_id = null where address_id in"
            + " (select id from recipient_address where person_id = ?)";
    private static final List<String> ERASE = List.of(
            EVENTS_OF_MESSAGES,
            EVENTS_OF_ADDRESSES,
            "update message set person_id = null, address_id = null, wamid = null where person_id = ?",
            "delete from consent_evidence where event_id in (select id from consent_event where person_id = ?)",
            "delete from consent where person_id = ?",
            "update inbox set payload = null, due_at = null, person_id = null where person_id = ? and due_at is not null",
            "delete from person_key where person_id = ?",
            "delete from recipient_address where person_id = ?",
            "delete from person where id = ?");
    private static final String ERASE_DEAD =
            "update inbox set payload = null, person_id = null, dead = ? where person_id = ? and dead";
    private static final String FORGOTTEN = ReasonsJson.write(List.of(Fold.FORGOTTEN));

    private final Database database;
    private final Suppressions suppressions;

    JdbcPersonalData(Database database, Suppressions suppressions) {
        this.database = database;
        this.suppressions = suppressions;
    }

    @Override
    public Optional<PersonRecord> export(Recipient person) {
        Address address = Address.of(person);
        // Under the lock, so that it is all of one moment: whoever is erased meanwhile, or gets the phone, would be
        // half in it.
        return database.write("export a person", session -> {
            People.Found found = People.lockKnown(session, List.of(address)).get(address.key());
            return found == null
                    ? Optional.empty()
                    : Optional.of(LatestOwner.shown(
                            record(session, found),
                            person,
                            session.query(HELD, Identities::held, found.who().person()),
                            Installation.load(session).now()));
        });
    }

    private static PersonRecord record(Session session, People.Found found) throws SQLException {
        long id = found.who().person();
        Person person = whole(session, found);
        List<String> inbox = new ArrayList<>();
        for (String waiting : List.of(INBOX, DEAD_INBOX)) {
            session.query(waiting, row -> Optional.ofNullable(row.opener().open(row.textOrNull(), Sealed.INBOX)), id)
                    .forEach(payload -> payload.ifPresent(inbox::add));
        }
        return new PersonRecord(
                addresses(session, id).stream().map(Address::recipient).toList(),
                person.facts(List.of()),
                EventTable.of(session, id),
                MessageTable.of(session, id).stream()
                        .map(m -> new KeptMessage(m.row(), m.content()))
                        .toList(),
                List.copyOf(inbox));
    }

    private static Person whole(Session session, People.Found found) throws SQLException {
        long id = found.who().person();
        Map<Long, ConsentTable.Loaded> loaded = ConsentTable.load(session, List.of(id));
        return found.person()
                .with(loaded.getOrDefault(id, ConsentTable.Loaded.NONE).consents());
    }

    private static List<Address> addresses(Session session, long person) throws SQLException {
        return session.query(ADDRESSES, row -> new Address(row.text(), row.text(), row.text(), row.text()), person);
    }

    @Override
    public List<PastAct> history(Recipient person) {
        Address address = Address.of(person);
        return database.read("read a person's history", session -> {
            People.Found found = People.find(session, List.of(address)).get(address.key());
            return found == null
                    ? List.of()
                    : EventTable.of(session, found.who().person());
        });
    }

    @Override
    public Erasure forget(Recipient person) {
        Address address = Address.of(person);
        return database.write("erase a person", session -> {
            People.Found found = People.lockKnown(session, List.of(address)).get(address.key());
            return found == null ? Erasure.NOTHING : erase(session, found);
        });
    }

    @Override
    public Optional<String> lastLanguage(Recipient person) {
        Address address = Address.of(person);
        return database.read("read the language of a person's templates", session -> {
            People.Found found = People.find(session, List.of(address)).get(address.key());
            return found == null
                    ? Optional.empty()
                    : session.first(LANGUAGE, Row::text, found.who().person());
        });
    }

    @Override
    public int wrapAgain(int max) {
        return database.write("wrap keys again", session -> KeysInUse.wrapAgain(session, max));
    }

    private Erasure erase(Session session, People.Found found) throws SQLException {
        long id = found.who().person();
        Instant now = Installation.load(session).now();
        List<Address> addresses = addresses(session, id);
        List<OptOut> optOuts = whole(session, found).consents().optOuts();
        Optional<Duration> underWay = Receiving.underWay(session, Set.of(id), now);
        int suppressed = suppressions.keep(session, addresses, optOuts);
        session.query(LOCK_MESSAGES, Row::id, id);
        session.update(DENY_HELD, MessageState.DENIED.name(), FORGOTTEN, now, id, MessageState.HELD.name());
        session.update(END_OPEN, MessageState.UNKNOWN.name(), id);
        int messages = session.update(NO_CONTENT, id);
        session.update(ERASE_DEAD, false, id);
        for (String statement : ERASE) {
            session.update(statement, id);
        }
        return new Erasure(addresses.size(), messages, suppressed, underWay.orElse(Duration.ZERO));
    }
}
