package org.whatsapppolicy.store.kit;

import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.SAO_PAULO;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aMarketingSend;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.RequestBuilder;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.QuietHours;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Due;
import org.whatsapppolicy.store.Feed;
import org.whatsapppolicy.store.FeedEvent;
import org.whatsapppolicy.store.Inbox.Queued;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PersonalData.PastAct;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.Room;
import org.whatsapppolicy.store.Upkeep;

/**
 * A random history of one seed, played step by step on one store. What a step answers must be the same on every store; what a
 * step does may depend on earlier answers, so that stores that differ once drift apart and are caught.
 */
final class History {

    private static final List<String> SOURCES =
            List.of("keyword", "button", "crm", "import", "user-preferences", "error-131050", "email");
    private static final List<Scope> SCOPES =
            List.of(Scope.ALL, Scope.MARKETING, Scope.purpose(PURPOSE), Scope.purpose(NEWSLETTER));

    private final Random random;
    private final PolicyStore store;
    private final PolicyEngine engine;
    private final List<Recipient> people = new ArrayList<>();
    private final List<Settlement> open = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private List<SendRequest> claimed = List.of();
    private Instant now = TUESDAY_9;
    private long made;
    private final @Nullable Operations operations;

    /** @param operated whether operators, statuses and failing routes take part */
    History(long seed, PolicyStore store, PolicyEngine engine, boolean operated) {
        this.operations = operated ? new Operations(seed, store) : null;
        this.random = new Random(seed);
        this.store = store;
        this.engine = engine;
        store.feed().subscribe("crm", FeedEvent.Kind.ALL);
        store.feed().lead("crm", "history", Duration.ofDays(3_000));
        for (int i = 0; i < 5; i++) {
            people.add(number("+551198888000" + i));
        }
        people.addAll(List.of(new UserId("BR.1"), new UserId("BR.2"), new UserId("BR.3"), new UserId("BR.ENT.4")));
    }

    /** Does the next thing and tells what came of it. */
    Object step() {
        if (operations != null && operations.next()) {
            return operations.step(ids, claimed.stream().map(SendRequest::id).toList());
        }
        return switch (random.nextInt(17)) {
            case 0 -> store.record(List.of(new PersonAct(person(), grant()), new PersonAct(person(), grant())));
            case 1 -> store.record(List.of(new PersonAct(person(), act())));
            case 2 -> {
                store.inbound(person(), now.minusSeconds(random.nextInt(7_200)));
                yield "inbound";
            }
            case 3 -> {
                store.zone(person(), random.nextBoolean() ? SAO_PAULO : null);
                yield "zone";
            }
            case 4, 5, 6 -> decide(requests());
            case 7 -> settle();
            case 8 -> {
                now = now.plusSeconds(random.nextInt(random.nextBoolean() ? 5 : 40_000));
                store.moveClock(now);
                yield now;
            }
            case 9 -> random.nextBoolean() ? depart() : claim();
            case 10 -> decide(claimed);
            case 11 -> told();
            case 14 ->
                random.nextInt(4) > 0
                        ? inOrder(store.personalData().history(person()))
                        : store.personalData().forget(person());
            case 13 -> {
                store.settings(person(), own());
                yield "settings";
            }
            case 12 ->
                store.inbox().claim(2, Duration.ofSeconds(30)).stream()
                        .map(Queued::payload)
                        .toList();
            case 16 -> upkeep();
            default -> store.expireLeases(Duration.ofSeconds(30));
        };
    }

    /** What became known at the same instant has no order that anybody promised: people who are joined bring theirs along. */
    private static List<PastAct> inOrder(List<PastAct> acts) {
        return acts.stream()
                .sorted(Comparator.comparing(PastAct::recorded).thenComparing(PastAct::toString))
                .toList();
    }

    /** Everything that can be asked. */
    Object state() {
        List<Object> all = new ArrayList<>();
        people.forEach(p -> {
            var facts = store.lookup(p, Duration.ofDays(8));
            all.add(List.of(
                    facts.consents(),
                    String.valueOf(facts.zone())
                            + facts.lastInbound()
                            + facts.questionedUntil()
                            + facts.quarantinedSince()
                            + facts.own(),
                    facts.sent().stream().map(Object::toString).sorted().toList()));
        });
        ids.forEach(id -> all.add(store.message(id)));
        all.add(store.nextDue());
        all.add(heard());
        return all;
    }

    /** What a subscriber hears; whose events come first of two that do not concern each other is nobody's promise. */
    private List<String> heard() {
        List<String> events = new ArrayList<>();
        for (Feed.Page page = heardNext(); !page.events().isEmpty(); page = heardNext()) {
            page.events().forEach(e -> events.add(e.kind() + " " + e.at() + e.recipient() + e.told()));
            store.feed().taken("crm", "history", page.upTo(), Duration.ofDays(3_000));
        }
        Collections.sort(events);
        return events;
    }

    private Feed.Page heardNext() {
        return store.feed().next("crm", "history", 7);
    }

    private Object claim() {
        claimed = store.claimDue(3, Duration.ofSeconds(20));
        return claimed;
    }

    /** Every second one is ready. */
    private Object depart() {
        List<Due> due = store.departDue(
                Room.of(3), Duration.ofSeconds(20), one -> one.id().hashCode() % 2 == 0, engine);
        claimed = due.stream()
                .filter(one -> one.decided() == null)
                .map(Due::request)
                .toList();
        due.forEach(one -> allowed(one.decided()));
        return due;
    }

    private Object decide(List<SendRequest> batch) {
        List<Admission> admissions = store.decide(batch, engine);
        admissions.forEach(this::allowed);
        return List.of(store.check(batch, engine), admissions);
    }

    private void allowed(@Nullable Admission admission) {
        if (admission instanceof Admission.Decided decided) {
            ids.add(decided.messageId());
            if (decided.sendBefore() != null) {
                open.add(new Settlement(decided.messageId(), decided.attempt(), new Outcome.NotBegun()));
            }
        }
    }

    private Object settle() {
        List<Settlement> batch = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0 && !open.isEmpty(); i--) {
            Settlement one = random.nextInt(8) == 0 ? open.get(0) : open.remove(random.nextInt(open.size()));
            batch.add(new Settlement(one.messageId(), one.attempt(), outcome()));
        }
        store.settle(batch);
        return batch;
    }

    private Outcome outcome() {
        return switch (random.nextInt(6)) {
            case 0 -> new Outcome.NotBegun();
            case 1 -> new Outcome.Unknown(500);
            case 2 -> new Outcome.Refused(131_026, null);
            case 3 -> new Outcome.Refused(130_429, Duration.ofSeconds(random.nextInt(60)));
            default -> new Outcome.Accepted("wamid." + random.nextInt(), false);
        };
    }

    private List<SendRequest> requests() {
        List<SendRequest> batch = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            RequestBuilder one = random.nextBoolean() ? aSend() : aMarketingSend();
            one.to(person()).id(id());
            if (random.nextInt(3) == 0) {
                one.freeForm();
            }
            if (random.nextInt(3) == 0) {
                one.key("key-" + random.nextInt(12));
            }
            if (random.nextInt(4) == 0) {
                one.expires(now.plusSeconds(random.nextInt(80_000)));
            }
            batch.add(one.build());
        }
        return batch;
    }

    private UUID id() {
        if (!ids.isEmpty() && random.nextInt(6) == 0) {
            return ids.get(random.nextInt(ids.size()));
        }
        made++;
        return new UUID(0x7000L | made << 16, 0x8000000000000000L | made);
    }

    /** An event names somebody by two or three addresses, or tells that they have others now. */
    private Object told() {
        List<Recipient> addresses = named();
        List<Recipient> left = random.nextInt(4) == 0 ? named() : List.of();
        left = left.stream().filter(address -> !addresses.contains(address)).toList();
        Instant at = now.minusSeconds(random.nextInt(9_000));
        Sighting seen = new Sighting(addresses, left, random.nextInt(3) == 0 ? "other" : "acme", at);
        ConsentAct act = random.nextInt(4) == 0 ? act() : null;
        made++;
        return store.inbox()
                .receive(List.of(
                        new Receipt("e:" + made, "message", addresses.get(0), at, act, null, "event " + made, seen)));
    }

    /** With times that are short beside the steps of the clock, and long beside the caps. */
    private Object upkeep() {
        Duration decisions = Duration.ofDays(9);
        Retention retention = new Retention(
                Duration.ofHours(20), Retention.Decisions.of(decisions), null, Duration.ofDays(8), Duration.ofDays(30));
        List<Object> removed = new ArrayList<>();
        for (Upkeep.Kind kind : List.of(Upkeep.Kind.PAYLOAD, Upkeep.Kind.DECISION)) {
            List<String> past =
                    store.upkeep().look(kind, retention, null, 10_000).past();
            removed.add(past);
            removed.add(store.upkeep().told(kind, past).stream()
                    .map(Object::toString)
                    .sorted()
                    .map(told -> told.replaceAll("person=\\d+", ""))
                    .toList());
            removed.add(store.upkeep().remove(kind, retention, past));
        }
        return removed;
    }

    private PersonSettings own() {
        return switch (random.nextInt(4)) {
            case 0 -> new PersonSettings(QuietHours.parse(List.of("12:00-16:00")), List.of(), "pt");
            case 1 -> new PersonSettings(QuietHours.NONE, List.of(Cap.parse("1/30d"), Cap.parse("1/24h")), null);
            default -> PersonSettings.NONE;
        };
    }

    private List<Recipient> named() {
        Recipient phone = people.get(random.nextInt(5));
        Recipient id = people.get(5 + random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> List.of(phone, id, people.get(8));
            case 1 -> List.of(id);
            default -> List.of(phone, id);
        };
    }

    private Recipient person() {
        return people.get(random.nextInt(people.size()));
    }

    private Evidence known() {
        Instant act = now.plusSeconds(random.nextInt(7_200) - 7_000L);
        return evidence(SOURCES.get(random.nextInt(SOURCES.size())), act);
    }

    private ConsentAct grant() {
        Evidence e = known();
        Evidence proven =
                new Evidence(e.act(), e.source(), null, "terms-1", "pt", random.nextBoolean() ? "form" : null);
        String purpose = random.nextBoolean() ? PURPOSE : NEWSLETTER;
        boolean imported = random.nextInt(4) == 0;
        return new ConsentAct.Granted(new Grant(purpose, proven, null, null, imported, null, null));
    }

    private ConsentAct act() {
        return switch (random.nextInt(5)) {
            case 3 -> new ConsentAct.Kept(known());
            case 0 -> new ConsentAct.Confirmed(random.nextBoolean() ? PURPOSE : NEWSLETTER, known());
            case 1 -> new ConsentAct.Resumed(known());
            case 2 -> new ConsentAct.Questioned(now.plusSeconds(random.nextInt(9_000)), known());
            default -> new ConsentAct.Withdrawn(SCOPES.get(random.nextInt(SCOPES.size())), known());
        };
    }
}
