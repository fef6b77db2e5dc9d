package org.whatsapppolicy.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Hearing;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.MessageStatus;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Controls;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.DueWatch;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.Inbox;
import org.whatsapppolicy.store.Outbox;
import org.whatsapppolicy.store.PersonalData;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.TemplateWord;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.state.Address;
import org.whatsapppolicy.store.state.MessageRow;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.Overdue;
import org.whatsapppolicy.store.state.Templates;
import org.whatsapppolicy.store.state.Times;

/** The store in a database. */
final class JdbcStore implements PolicyStore {

    /** At each look, so that a backlog ends faster than it grows and the other looks still come. */
    private static final int PARTS = 20;

    private final Database database;
    private final Deciding deciding;
    private final Acts acts;
    private final Doubts doubts;
    private final Rounds rounds;
    private final JdbcInbox inbox;
    private final JdbcPersonalData personal;
    private final JdbcControls controls;
    private final JdbcFeed feed;
    private final @Nullable Outbox outbox;
    private final @Nullable DataSource shared;
    private final RowIds ids;

    /** @param shared whose transactions can be joined, or null when nobody else writes into this database */
    JdbcStore(
            Database database, StoreOptions options, RowIds ids, RandomGenerator random, @Nullable DataSource shared) {
        this.shared = shared;
        this.ids = ids;
        Suppressions suppressions = new Suppressions(random, ids);
        People people = new People(ids, suppressions);
        Times times = new Times(options.sendLease(), options.answerTimeout());
        this.database = database;
        this.deciding = new Deciding(people, new Settings(), times, suppressions);
        this.acts = new Acts(people, ids);
        this.doubts = new Doubts(database.fates());
        this.rounds = new Rounds(database, deciding, new Settling(times), doubts);
        this.personal = new JdbcPersonalData(database, suppressions);
        this.inbox = new JdbcInbox(database, new Receiving(people, acts, ids, suppressions));
        this.controls = new JdbcControls(database, ids, acts);
        this.feed = new JdbcFeed(database);
        this.outbox = shared == null ? null : new JdbcOutbox(shared, database, deciding);
    }

    /** Makes or checks the schema and the store's own row. */
    JdbcStore opened(StoreOptions options) {
        Schema.ready(database, options.applySchema());
        database.write("open the store", session -> {
            session.dialect().lockStart(session);
            Installation.open(session, options.clock());
            KeysInUse.check(session);
            return true;
        });
        return this;
    }

    @Override
    public Instant now() {
        return database.read(
                "read the clock", session -> Installation.load(session).now());
    }

    @Override
    public void moveClock(Instant to) {
        database.write("move the clock", session -> {
            Installation.moveClock(session, to);
            return true;
        });
    }

    @Override
    public void moveClock(Duration by) {
        database.write("move the clock", session -> {
            Installation.moveClock(session, by);
            return true;
        });
    }

    @Override
    public List<Admission> decide(List<SendRequest> batch, PolicyEngine engine) {
        return rounds.run(List.of(), batch, engine);
    }

    @Override
    public List<Admission> round(List<Settlement> outcomes, List<SendRequest> requests, PolicyEngine engine) {
        return rounds.run(outcomes, requests, engine);
    }

    @Override
    public List<Decision> check(List<SendRequest> batch, PolicyEngine engine) {
        return database.read("check " + batch.size() + " messages", session -> deciding.check(session, batch, engine));
    }

    @Override
    public void settle(List<Settlement> batch) {
        rounds.settle(batch);
    }

    @Override
    public List<SendRequest> claimDue(Room room, Duration lease) {
        return database.write("claim due messages", session -> Claiming.claim(session, room, lease));
    }

    @Override
    public List<Due> departDue(Room room, Duration lease, Predicate<SendRequest> ready, PolicyEngine engine) {
        return rounds.depart(room, lease, ready, engine);
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read("look for due messages", Claiming::nextDue);
    }

    @Override
    public Optional<Duration> untilDue() {
        return database.read("look for due messages", Claiming::untilDue);
    }

    @Override
    public void handBack(Collection<UUID> claimed) {
        database.write("give claims back", session -> Claiming.handBack(session, claimed));
    }

    @Override
    public DueWatch watchDue(Runnable bell, Executor waiting) {
        Feed.Ears here = database.listen(Note.DUE, bell);
        PostgresHearing there = shared == null ? null : new PostgresHearing(shared, database, bell, ids.next());
        if (there != null) {
            waiting.execute(there);
        }
        return new DueBell(here, there);
    }

    @Override
    public int setBack() {
        return doubts.clear(rounds::settle);
    }

    @Override
    public int expireLeases(Duration answerTimeout) {
        return inParts("expire leases", session -> Settling.expire(session, answerTimeout));
    }

    @Override
    public int ruleUnknown(PolicyDocument document, Duration horizon, int maxAttempts) {
        Overdue overdue = new Overdue(document, maxAttempts);
        return inParts("rule on unknown messages", session -> {
            Installation installation = Installation.load(session);
            return deciding.current(session, installation, document)
                    ? Settling.rule(session, overdue, horizon, installation)
                    : new Settling.Part(0, false);
        });
    }

    /** A transaction each, as long as there is more and nobody else is kept waiting for it. */
    private int inParts(String what, Database.Work<Settling.Part> work) {
        int done = 0;
        boolean more = true;
        for (int i = 0; more && i < PARTS; i++) {
            Settling.Part part = database.write(what, work);
            done += part.done();
            more = part.more();
        }
        return done;
    }

    @Override
    public List<Consents.Effect> record(List<PersonAct> batch) {
        batch.forEach(act -> Address.of(act.person()));
        return database.write("record acts of consent", session -> acts.recordTold(session, batch));
    }

    @Override
    public List<Consents.Effect> bring(List<PersonAct> batch, Set<String> marketing) {
        batch.forEach(act -> Address.of(act.person()));
        return database.write("bring acts of consent", session -> acts.bring(session, batch, marketing));
    }

    @Override
    public void inbound(Recipient person, Instant at) {
        database.write("record an inbound message", session -> {
            acts.change(session, person, p -> p.wrote(Millis.cut(at)));
            return true;
        });
    }

    @Override
    public void zone(Recipient person, @Nullable ZoneId zone) {
        database.write("record a zone", session -> {
            acts.change(session, person, p -> p.in(zone));
            return true;
        });
    }

    @Override
    public void settings(Recipient person, PersonSettings own) {
        database.write("record a person's settings", session -> {
            acts.change(session, person, p -> p.setting(own));
            return true;
        });
    }

    @Override
    public PersonFacts lookup(Recipient person, Duration horizon) {
        if (!Address.readable(person)) {
            return PersonFacts.UNKNOWN;
        }
        return database.read("look a person up", session -> {
            Instant now = Installation.load(session).now();
            return deciding.lookup(session, person, now, horizon);
        });
    }

    @Override
    public Optional<MessageStatus> message(UUID id) {
        return database.read("look a message up", session -> MessageTable.one(session, id))
                .map(MessageRow::status);
    }

    @Override
    public void templates(String account, List<Template> templates) {
        database.write("record templates", session -> {
            TemplateTable.replace(session, account, templates);
            return true;
        });
    }

    @Override
    public void told(List<TemplateWord> words) {
        database.write("record what was told of templates", session -> TemplateWords.keep(session, words));
    }

    @Override
    public List<TemplateWord> told(String account) {
        return database.read("read what was told of templates", session -> TemplateWords.of(session, account));
    }

    @Override
    public List<Template> templates() {
        return Templates.of(database.read("read templates", TemplateTable::all)).all();
    }

    @Override
    public ActivePolicy activate(PolicyDocument document, String by) {
        return database.write("activate a policy document", session -> Policies.activate(session, document, by));
    }

    @Override
    public Optional<ActivePolicy> otherThan(PolicyDocument document) {
        return database.read(
                "look for another policy document", session -> Policies.otherThan(session, document.hash()));
    }

    @Override
    public TokenLease tokens(String sender, int perSecond, int wanted) {
        return database.write("take tokens", session -> Senders.take(session, sender, perSecond, wanted));
    }

    @Override
    public void suppressionImported(Instant at) {
        database.write(
                "record the import of a suppression list",
                session -> session.update("update installation set suppression_imported_at = ?", Millis.cut(at)));
    }

    @Override
    public boolean doubt(Collection<UUID> reported, PolicyDocument document) {
        return database.write(
                "look whether the store was restored", session -> Policies.doubt(session, reported, document));
    }

    @Override
    public PersonalData personalData() {
        return personal;
    }

    @Override
    public Hearing hear(Hearing.News news) {
        return database.write("note what was heard", session -> Installation.hear(session, news));
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public Controls controls() {
        return controls;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public Upkeep upkeep() {
        return new JdbcUpkeep(database);
    }

    @Override
    public Optional<Outbox> outbox() {
        return Optional.ofNullable(outbox);
    }

    @Override
    public String durability() {
        return database.read(
                "read durability settings", session -> session.dialect().durability(session));
    }

    @Override
    public void close() {
        database.close();
    }
}
