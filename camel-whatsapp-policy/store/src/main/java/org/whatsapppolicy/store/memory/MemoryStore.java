package org.whatsapppolicy.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
import org.whatsapppolicy.store.PersonalData;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.TemplateWord;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.state.Asked.Who;
import org.whatsapppolicy.store.state.ContentJson;
import org.whatsapppolicy.store.state.Fold;
import org.whatsapppolicy.store.state.Happenings;
import org.whatsapppolicy.store.state.Millis;
import org.whatsapppolicy.store.state.Progress;
import org.whatsapppolicy.store.state.Setting;
import org.whatsapppolicy.store.state.Storable;
import org.whatsapppolicy.store.state.Times;

/**
 * The reference model: maps and one lock. What the other stores must agree with, and what tests of routes run on. Forgets
 * everything with the process, and its durability says so.
 */
public final class MemoryStore implements PolicyStore {

    private final Memory memory;
    private final Times times;
    private final MemoryInbox inbox;
    private final MemoryControls controls;
    private final MemoryFeed feed;
    private final MemoryUpkeep upkeep;
    private final MemoryMessages messages;
    private final MemoryPeople people;

    /** On the process's own clock. */
    public MemoryStore() {
        this(StoreOptions.DEFAULTS);
    }

    /**
     * @param options clock and times; the rest has no meaning here
     */
    public MemoryStore(StoreOptions options) {
        this.memory = new Memory(options);
        this.times = new Times(options.sendLease(), options.answerTimeout());
        this.controls = new MemoryControls(this, memory);
        this.feed = new MemoryFeed(this, memory);
        this.upkeep = new MemoryUpkeep(this, memory, feed);
        this.messages = new MemoryMessages(memory, feed, times);
        this.people = new MemoryPeople(memory, feed);
        this.inbox = new MemoryInbox(this, memory, feed, people);
    }

    @Override
    public synchronized Instant now() {
        return memory.clock.now();
    }

    @Override
    public synchronized void moveClock(Instant to) {
        memory.clock.move(to);
        messages.ring();
    }

    @Override
    public synchronized void moveClock(Duration by) {
        moveClock(now().plus(by));
    }

    @Override
    public synchronized List<Admission> decide(List<SendRequest> batch, PolicyEngine engine) {
        batch.forEach(request -> Storable.key(request.attempt() == 0 ? request.idempotencyKey() : null));
        Setting setting = memory.setting();
        if (!setting.current(engine.document())) {
            Admission stale = new Admission.Stale(Objects.requireNonNull(setting.active()));
            return batch.stream().map(r -> stale).toList();
        }
        Instant now = memory.clock.now();
        Fold fold = new Fold(engine, setting, times, now);
        memory.messages.values().forEach(stored -> fold.known(stored.row(), stored.content()));
        memory.keys.forEach(fold::key);
        List<Admission> admissions = new ArrayList<>();
        for (SendRequest request : batch) {
            Who who = people.who(request);
            if (who != null && fold.stranger(who.person())) {
                fold.person(
                        who.person(),
                        memory.facts(who.person(), now, engine.horizon()).line(memory.line(who.person())));
            }
            admissions.add(fold.admit(request, who, ContentJson.write(request.content())));
        }
        fold.written().forEach(memory::keep);
        messages.decided(fold.written());
        Happenings happenings = feed.happenings();
        happenings.decided(fold.written());
        feed.add(happenings);
        return List.copyOf(admissions);
    }

    @Override
    public synchronized List<Decision> check(List<SendRequest> batch, PolicyEngine engine) {
        Setting setting = memory.setting();
        Instant now = memory.clock.now();
        return batch.stream()
                .map(r -> Fold.judge(engine, setting, r, people.judged(r.recipient(), engine.horizon()), now))
                .toList();
    }

    @Override
    public synchronized void settle(List<Settlement> batch) {
        messages.settle(batch);
    }

    void change(UUID id, UnaryOperator<Progress> by) {
        messages.change(id, by);
    }

    @Override
    public synchronized List<SendRequest> claimDue(Room room, Duration lease) {
        return messages.claimDue(room, lease);
    }

    @Override
    public synchronized List<Due> departDue(
            Room room, Duration lease, Predicate<SendRequest> ready, PolicyEngine engine) {
        messages.follow(engine.document());
        return PolicyStore.super.departDue(room, lease, ready, engine);
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return messages.nextDue();
    }

    @Override
    public synchronized void handBack(Collection<UUID> claimed) {
        messages.handBack(claimed);
    }

    @Override
    public DueWatch watchDue(Runnable bell, Executor waiting) {
        return messages.watch(bell);
    }

    @Override
    public synchronized int expireLeases(Duration answerTimeout) {
        return messages.expireLeases(answerTimeout);
    }

    @Override
    public synchronized int ruleUnknown(PolicyDocument document, Duration horizon, int maxAttempts) {
        return messages.ruleUnknown(document, horizon, maxAttempts);
    }

    @Override
    public synchronized List<Consents.Effect> record(List<PersonAct> acts) {
        return people.record(acts);
    }

    @Override
    public synchronized List<Consents.Effect> bring(List<PersonAct> acts, Set<String> marketing) {
        return people.bring(acts, marketing);
    }

    @Override
    public synchronized void inbound(Recipient person, Instant at) {
        people.wrote(person, at);
    }

    @Override
    public synchronized void zone(Recipient person, @Nullable ZoneId zone) {
        people.zone(person, zone);
    }

    @Override
    public synchronized void settings(Recipient person, PersonSettings own) {
        people.settings(person, own);
    }

    @Override
    public synchronized PersonFacts lookup(Recipient person, Duration horizon) {
        return people.lookup(person, horizon);
    }

    @Override
    public synchronized Optional<MessageStatus> message(UUID id) {
        return Optional.ofNullable(memory.messages.get(id)).map(s -> s.row().status());
    }

    @Override
    public synchronized void templates(String account, List<Template> templates) {
        memory.replaceTemplates(account, templates);
    }

    @Override
    public synchronized void told(List<TemplateWord> words) {
        memory.words.keep(words);
    }

    @Override
    public synchronized List<TemplateWord> told(String account) {
        return memory.words.of(account);
    }

    @Override
    public synchronized List<Template> templates() {
        return memory.setting().templates().all();
    }

    @Override
    public synchronized ActivePolicy activate(PolicyDocument document, String by) {
        ActivePolicy before = memory.setting().active();
        ActivePolicy active = memory.activate(document);
        feed.brought(document, before, active, memory.clock.now());
        return active;
    }

    @Override
    public synchronized Optional<ActivePolicy> otherThan(PolicyDocument document) {
        return Optional.ofNullable(memory.setting().active())
                .filter(active -> !active.hash().equals(document.hash()));
    }

    @Override
    public synchronized TokenLease tokens(String sender, int perSecond, int wanted) {
        return memory.tokens(sender, perSecond, wanted);
    }

    @Override
    public synchronized void suppressionImported(Instant at) {
        memory.suppressionImported(Millis.cut(at));
    }

    @Override
    public synchronized boolean doubt(Collection<UUID> reported, PolicyDocument document) {
        Set<UUID> unknown = new HashSet<>(reported);
        unknown.removeAll(memory.messages.keySet());
        return memory.doubt(unknown, document);
    }

    @Override
    public PersonalData personalData() {
        return new MemoryPersonalData(this, memory, inbox, feed);
    }

    @Override
    public synchronized Hearing hear(Hearing.News news) {
        return memory.hear(news);
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
        return upkeep;
    }

    @Override
    public String durability() {
        return "memory: nothing outlives the process";
    }

    @Override
    public void close() {}
}
