package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.BRUNO;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.number;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.UserId;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.identity.Sighting;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Inbox.Receipt;
import org.whatsapppolicy.store.PersonalData.PersonRecord;
import org.whatsapppolicy.store.PolicyStore;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.PolicyStore.TokenLease;

/** Several threads on several stores of one database. */
@SuppressWarnings("NullAway.Init")
public abstract class ConcurrencyKit extends StoreKit {

    private static final int CAP = 5;

    private PolicyStore other;
    private ExecutorService threads;

    @Override
    protected DocumentBuilder document() {
        return super.document().purpose(aPurpose().cap(new Cap.Rolling(CAP, Duration.ofHours(24), false)));
    }

    @BeforeEach
    void openAnother() {
        other = stores.open(FROZEN);
        threads = Executors.newFixedThreadPool(4);
    }

    @AfterEach
    void closeAnother() {
        threads.shutdownNow();
        other.close();
    }

    private <T> List<T> atOnce(int times, Task<T> task) throws Exception {
        List<Callable<T>> calls = IntStream.range(0, times)
                .<Callable<T>>mapToObj(i -> () -> task.run(i % 2 == 0 ? store : other, i))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(calls)) {
            results.add(future.get());
        }
        return results;
    }

    private static long allowed(List<List<Admission>> admissions) {
        return admissions.stream()
                .flatMap(List::stream)
                .filter(a -> a instanceof Admission.Decided d && d.decision().verdict() == Verdict.ALLOW)
                .count();
    }

    @Test
    @DisplayName("S-39: a cap is exact, however many nodes decide at once")
    void caps_are_exact() throws Exception {
        agrees(ALICE, PURPOSE);
        agrees(BRUNO, PURPOSE);
        List<List<Admission>> admissions = atOnce(
                24,
                (at, i) -> at.decide(List.of(aSend().build(), aSend().to(BRUNO).build(), aSend().build()), engine));
        assertThat(allowed(admissions)).isEqualTo(2L * CAP);
    }

    @Test
    @DisplayName("S-37: one key gives one message, however many nodes take it at once")
    void keys_are_taken_once() throws Exception {
        agrees(ALICE, PURPOSE);
        List<List<Admission>> admissions =
                atOnce(16, (at, i) -> at.decide(List.of(aSend().key("slip-1").build()), engine));
        assertThat(allowed(admissions)).isEqualTo(1);
        assertThat(admissions.stream().flatMap(List::stream).filter(a -> a instanceof Admission.Repeated))
                .hasSize(15);
    }

    @Test
    void one_key_for_different_people_is_a_conflict_for_all_but_one() throws Exception {
        List<Recipient> people = IntStream.range(0, 16)
                .<Recipient>mapToObj(i -> number("+55119888800" + (10 + i)))
                .toList();
        agrees(people.get(0), PURPOSE);
        people.forEach(person -> agrees(person, PURPOSE));
        List<List<Admission>> admissions = atOnce(
                16,
                (at, i) -> at.decide(List.of(aSend().key("k").to(people.get(i)).build()), engine));
        assertThat(allowed(admissions)).isEqualTo(1);
        assertThat(admissions.stream().flatMap(List::stream))
                .filteredOn(a -> !(a instanceof Admission.Decided))
                .containsOnly(new Admission.Conflict("k", "recipient"));
    }

    @Test
    void strangers_met_by_all_at_once_become_one_person_each() throws Exception {
        List<SendRequest> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batch.add(aSend().to(number("+55119777700" + (10 + i))).build());
        }
        atOnce(8, (at, i) -> {
            at.inbound(batch.get(i).recipient(), at(Duration.ZERO));
            return at.decide(
                    batch.stream().map(r -> aSend().to(r.recipient()).build()).toList(), engine);
        });
        assertThat(store.lookup(batch.get(0).recipient(), Duration.ZERO).lastInbound())
                .isEqualTo(at(Duration.ZERO));
    }

    @Test
    @DisplayName("promise 1: after an opt-out was recorded, nothing is allowed on any node")
    void an_opt_out_is_final_on_every_node() throws Exception {
        agrees(ALICE, PURPOSE);
        ConsentAct stop = new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ZERO)));
        List<Boolean> late = atOnce(8, (at, i) -> {
            at.record(List.of(new PersonAct(ALICE, stop)));
            return allowed(List.of(at.decide(List.of(aSend().build()), engine))) > 0;
        });
        assertThat(late).containsOnly(false);
    }

    @Test
    @DisplayName(
            "S-22, promise 1: a message that was on its way to somebody who is joined with an opt-out does not slip past it")
    void nothing_slips_past_a_join() throws Exception {
        List<String> late = Collections.synchronizedList(new ArrayList<>());
        for (int round = 0; round < 25; round++) {
            Recipient phone = number("+55119876" + (10_000 + round));
            Recipient id = new UserId("BR." + (10_000 + round));
            agrees(phone, PURPOSE);
            ConsentAct stop = new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ZERO)));
            agrees(id, PURPOSE);
            store.record(List.of(new PersonAct(round % 2 == 0 ? id : phone, stop)));
            Recipient free = round % 2 == 0 ? phone : id;
            Sighting seen = new Sighting(List.of(phone, id), List.of(), "", at(Duration.ZERO));
            String key = "join:" + round;
            atOnce(4, (at, i) -> {
                if (i == 1) {
                    at.inbox().receive(List.of(new Receipt(key, "status", phone, null, null, null, null, seen)));
                    // From here on the opt-out is theirs under every address, on every node.
                    if (allowed(List.of(other.decide(List.of(aSend().to(free).build()), engine))) > 0) {
                        late.add(key);
                    }
                    return List.<Admission>of();
                }
                return at.decide(
                        List.of(aSend().to(free).build(), aSend().to(BRUNO).build()), engine);
            });
            List<Admission> after = store.decide(
                    List.of(aSend().to(phone).build(), aSend().to(id).build()), engine);
            if (allowed(List.of(after)) > 0) {
                late.add(key);
            }
        }
        assertThat(late).isEmpty();
    }

    @Test
    @DisplayName("S-22, promise 1: an opt-out that is told while people are joined is theirs under every address")
    void an_opt_out_finds_who_is_being_joined() throws Exception {
        ConsentAct stop = new ConsentAct.Withdrawn(Scope.ALL, evidence("crm", at(Duration.ZERO)));
        for (int round = 0; round < 25; round++) {
            Recipient phone = number("+55119877" + (10_000 + round));
            Recipient id = new UserId("BR." + (20_000 + round));
            agrees(phone, PURPOSE);
            agrees(id, PURPOSE);
            Recipient told = round % 2 == 0 ? phone : id;
            Sighting seen = new Sighting(List.of(phone, id), List.of(), "", at(Duration.ZERO));
            String key = "told:" + round;
            atOnce(4, (at, i) -> {
                if (i == 1) {
                    at.inbox().receive(List.of(new Receipt(key, "status", phone, null, null, null, null, seen)));
                } else {
                    at.record(List.of(new PersonAct(told, stop)));
                }
                return i;
            });
            for (Recipient one : List.of(phone, id)) {
                assertThat(store.lookup(one, Duration.ofDays(1)).consents().optOuts())
                        .isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("S-22: joins of the same people on several nodes end with one person")
    void joins_meet() throws Exception {
        List<Recipient> ids = IntStream.range(0, 6)
                .<Recipient>mapToObj(i -> new UserId("BR.7" + i))
                .toList();
        Recipient phone = number("+5511977770099");
        ids.forEach(id -> agrees(id, PURPOSE));
        atOnce(24, (at, i) -> {
            // Each portfolio has its own id of the one who has the phone.
            Sighting seen = new Sighting(List.of(phone, ids.get(i % 6)), List.of(), "p" + i % 6, at(Duration.ZERO));
            at.decide(List.of(aSend().to(ids.get((i + 1) % 6)).build()), engine);
            return at.inbox().receive(List.of(new Receipt("j:" + i, "status", phone, null, null, null, null, seen)));
        });
        ids.forEach(id -> assertThat(store.lookup(id, Duration.ofDays(9)).sent())
                .hasSameElementsAs(store.lookup(phone, Duration.ofDays(9)).sent()));
        assertThat(store.lookup(phone, Duration.ofDays(9)).consents().grants()).hasSize(1);
    }

    @Test
    void a_due_message_is_claimed_by_one_node() throws Exception {
        agrees(ALICE, PURPOSE);
        List<SendRequest> batch =
                IntStream.range(0, 40 + CAP).mapToObj(i -> aSend().build()).toList();
        store.decide(batch, engine);
        itIs(Duration.ofDays(9));
        List<List<SendRequest>> claims = atOnce(8, (at, i) -> at.claimDue(10, LEASE));
        assertThat(claims.stream().flatMap(List::stream).map(SendRequest::id))
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    @Test
    @DisplayName("M-7: all nodes together never take more than the rate and one lease")
    void tokens_are_exact() throws Exception {
        int rate = 1_000;
        long start = System.nanoTime();
        List<TokenLease> leases = atOnce(40, (at, i) -> at.tokens("billing", rate, 100));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(leases.stream().mapToLong(TokenLease::tokens).sum()).isEqualTo(4_000);
        assertThat(leases.stream().map(TokenLease::in).max(Duration::compareTo).orElseThrow())
                .isGreaterThan(Duration.ofMillis(3_900).minus(Duration.ofNanos((long) (seconds * 1e9))));
    }

    @Test
    @DisplayName("S-47: an import while a person is erased who had opted out does not bring them back")
    void an_import_brings_nobody_back() throws Exception {
        ConsentAct stop = new ConsentAct.Withdrawn(Scope.ALL, evidence("keyword", at(Duration.ZERO)));
        ConsentAct again = new ConsentAct.Granted(Grant.imported(PURPOSE, evidence("crm", at(Duration.ZERO)), null));
        List<Recipient> back = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Recipient person = number("+55119888800" + (10 + i));
            agrees(person, PURPOSE);
            store.record(List.of(new PersonAct(person, stop)));
            atOnce(4, (store, n) -> {
                if (n == 1) {
                    return store.personalData().forget(person).addresses();
                }
                return store.bring(List.of(new PersonAct(person, again)), Set.of(PURPOSE))
                        .size();
            });
            if (store.personalData().export(person).isPresent()) {
                back.add(person);
            }
        }
        assertThat(back).isEmpty();
    }

    @Test
    @DisplayName("S-47: an export while the person is erased is all of it or nothing")
    void an_export_is_whole_or_nothing() throws Exception {
        for (int i = 0; i < 60; i++) {
            Recipient person = number("+55119888900" + (10 + i));
            agrees(person, PURPOSE);
            decided(aSend().to(person).build());
            List<Optional<PersonRecord>> exports = atOnce(4, (store, n) -> {
                if (n == 3) {
                    store.personalData().forget(person);
                    return Optional.<PersonRecord>empty();
                }
                return store.personalData().export(person);
            });
            assertThat(exports)
                    .allSatisfy(export -> export.ifPresent(record -> {
                        assertThat(record.addresses()).hasSize(1);
                        assertThat(record.facts().consents().grants()).hasSize(1);
                        assertThat(record.history()).hasSize(1);
                        assertThat(record.messages()).hasSize(1);
                        assertThat(record.messages().get(0).content()).isNotNull();
                    }));
        }
    }

    /** Something done at one of the stores. */
    @FunctionalInterface
    private interface Task<T> {
        T run(PolicyStore at, int i) throws Exception;
    }
}
