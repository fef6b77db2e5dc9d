package org.whatsapppolicy.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.Inbox.Report;
import org.whatsapppolicy.store.Intake;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.Person;
import org.whatsapppolicy.store.state.Progress;

/** Takes events in: locks the people, then looks what is new, joins who is one, then acts on it (M-1, M-8). */
final class Receiving {

    private static final String UNDER_WAY =
            "select max(send_before) from message where person_id $in and state = 'SENDING'";

    private static final String NOBODYS = "select id from message where id $in and person_id is null";

    private final People people;
    private final Acts acts;
    private final Identities identities;
    private final RowIds ids;

    Receiving(People people, Acts acts, RowIds ids, Suppressions suppressions) {
        this.people = people;
        this.acts = acts;
        this.identities = new Identities(ids, suppressions);
        this.ids = ids;
    }

    Intake.Result take(Session session, Intake intake) throws SQLException {
        List<Receipt> receipts = intake.receipts();
        List<Address> named = receipts.stream()
                .flatMap(receipt -> receipt.named().stream())
                .map(Address::of)
                .toList();
        Trip first = new Trip(session);
        Map<String, People.Found> locked = People.lock(first, named, true);
        Trip.Found<List<Installation>> found = Installation.load(first, session.dialect());
        Set<UUID> nobodys = nobodys(first, receipts);
        Set<String> known = InboxTable.known(
                first, receipts.stream().map(Receipt::key).distinct().sorted().toList());
        Set<Long> busy = busy(first, intake, named);
        first.go();
        Installation installation = Installation.only(found.get());
        Arrivals come = Arrivals.of(intake, known, receipt -> ofNobody(receipt, nobodys));
        boolean joined = false;
        for (Receipt receipt : come.receipts()) {
            Instant now = installation.now();
            Sighting seen = receipt.seen() == null ? null : receipt.seen().notAfter(now);
            if (seen != null && identities.saw(session, seen, locked, now, installation.happenings())) {
                Trip again = new Trip(session);
                locked = People.lock(again, named, true);
                // Whom others met since the first lock is locked only now, and may have been decided about before.
                Trip.Found<List<Installation>> later = Installation.load(again, session.dialect());
                again.go();
                installation = Installation.only(later.get());
                joined = true;
            }
        }
        Arrivals arrivals = come.notAfter(installation.now());
        List<Receipt> taken = arrivals.receipts();
        people.met(session, addresses(taken), locked);
        if (joined) {
            Trip again = new Trip(session);
            busy = busy(again, intake, named);
            again.go();
        }
        Map<String, People.Found> met = locked;
        Sealer sealer = KeyTable.sealer(
                session,
                taken.stream()
                        .filter(r -> r.payload() != null)
                        .map(r -> Arrivals.whose(r, met))
                        .toList());
        Arrivals.Placed placed = arrivals.placed(ids, met, busy, sealer, installation.now());
        Intake.Result result = write(session, intake, placed, wrote(taken, met));
        record(session, taken, met);
        report(session, taken, installation);
        return result;
    }

    private static Intake.Result write(Session session, Intake intake, Arrivals.Placed placed, Map<Long, Person> wrote)
            throws SQLException {
        Trip trip = new Trip(session);
        Trip.Found<Integer> added = InboxTable.add(trip, placed.rows());
        InboxTable.taken(trip, intake.taken());
        People.wrote(trip, wrote);
        trip.go();
        InboxTable.added(added, placed.rows().size());
        return placed.result();
    }

    /** Of whom something waits; nobody needs to know when nothing is handed out. */
    private static Set<Long> busy(Trip trip, Intake intake, List<Address> named) {
        return intake.room() <= 0
                ? Set.of()
                : InboxTable.busy(
                        trip,
                        named.stream().map(Address::key).distinct().sorted().toList());
    }

    /** Asks for those of the reported messages whose person was erased. */
    private static Set<UUID> nobodys(Trip trip, List<Receipt> receipts) {
        Set<UUID> nobodys = new HashSet<>();
        List<UUID> reported = receipts.stream()
                .flatMap(receipt -> Stream.ofNullable(receipt.report()))
                .map(Report::message)
                .distinct()
                .sorted()
                .toList();
        if (!reported.isEmpty()) {
            trip.query(NOBODYS, row -> nobodys.add(row.id()), Keys.ids(reported));
        }
        return nobodys;
    }

    private static boolean ofNobody(Receipt receipt, Set<UUID> nobodys) {
        Report report = receipt.report();
        return report != null && nobodys.contains(report.message());
    }

    private static List<Address> addresses(List<Receipt> taken) {
        List<Address> addresses = new ArrayList<>();
        for (Receipt receipt : taken) {
            if (receipt.person() != null) {
                addresses.add(Address.of(receipt.person()));
            }
        }
        return addresses;
    }

    private static Map<Long, Person> wrote(List<Receipt> taken, Map<String, People.Found> met) {
        Map<Long, Person> before = new HashMap<>();
        Map<Long, Person> after = new HashMap<>();
        for (Receipt receipt : taken) {
            Instant at = receipt.wrote();
            People.Found found = receipt.person() == null
                    ? null
                    : met.get(Address.of(receipt.person()).key());
            if (at != null && found != null) {
                before.put(found.who().person(), found.person());
                after.merge(
                        found.who().person(),
                        found.person().wrote(Millis.cut(at)),
                        (earlier, same) -> earlier.wrote(Millis.cut(at)));
            }
        }
        after.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        return after;
    }

    private void record(Session session, List<Receipt> taken, Map<String, People.Found> met) throws SQLException {
        List<PersonAct> told = new ArrayList<>();
        for (Receipt receipt : taken) {
            ConsentAct act = receipt.act();
            if (act != null) {
                ConsentAct said = said(receipt, act, met);
                concerned(receipt, act, met).forEach(person -> told.add(new PersonAct(person, said)));
            }
        }
        if (!told.isEmpty()) {
            acts.record(session, told);
        }
    }

    private static ConsentAct said(Receipt receipt, ConsentAct act, Map<String, People.Found> met) {
        if (receipt.seen() == null) {
            return act;
        }
        List<People.Found> named = receipt.seen().addresses().stream()
                .flatMap(
                        address -> Stream.ofNullable(met.get(Address.of(address).key())))
                .toList();
        boolean one =
                named.stream().map(found -> found.who().person()).distinct().count() == 1;
        return one ? named.get(0).person().said(Millis.cut(act)) : act;
    }

    /** Where a sighting came too late to join them, what stops messages stops them for each; what permits counts for one. */
    private static List<Recipient> concerned(Receipt receipt, ConsentAct act, Map<String, People.Found> met) {
        Recipient first = receipt.person();
        boolean stops = act instanceof ConsentAct.Withdrawn || act instanceof ConsentAct.Questioned;
        if (receipt.seen() == null || !stops) {
            return first == null ? List.of() : List.of(first);
        }
        Map<Long, Recipient> each = new TreeMap<>();
        for (Recipient address : receipt.seen().addresses()) {
            People.Found found = met.get(Address.of(address).key());
            if (found != null) {
                each.putIfAbsent(found.who().person(), address);
            }
        }
        return List.copyOf(each.values());
    }

    private static void report(Session session, List<Receipt> taken, Installation installation) throws SQLException {
        Instant now = installation.now();
        List<Report> reports = new ArrayList<>();
        for (Receipt receipt : taken) {
            if (receipt.report() != null) {
                reports.add(receipt.report());
            }
        }
        Map<UUID, Progress> before =
                Settling.load(session, reports.stream().map(Report::message).toList());
        Map<UUID, Progress> after = new HashMap<>(before);
        Happenings happenings = installation.happenings();
        for (Receipt receipt : taken) {
            if (receipt.news() != null) {
                happenings.announced(receipt.news(), now);
            }
        }
        for (Report report : reports) {
            after.computeIfPresent(
                    report.message(),
                    (id, p) -> happenings.moved(
                            id, p, p.reported(report.state(), report.wamid(), report.attempt(), report.code(), now)));
        }
        Settling.save(session, before, after, happenings);
    }

    static Optional<Duration> underWay(Session session, Collection<Address> addresses) throws SQLException {
        Set<Long> persons = new HashSet<>();
        People.find(session, addresses)
                .values()
                .forEach(f -> persons.add(f.who().person()));
        return persons.isEmpty()
                ? Optional.empty()
                : underWay(session, persons, Installation.load(session).now());
    }

    /** How long it may take until nothing that was decided before can begin any more. */
    static Optional<Duration> underWay(Session session, Set<Long> persons, Instant now) throws SQLException {
        List<Optional<Instant>> latest =
                session.query(UNDER_WAY, row -> Optional.ofNullable(row.instantOrNull()), Keys.numbers(persons));
        return latest.get(0).map(until -> Duration.between(now, until)).filter(d -> !d.isNegative());
    }
}
