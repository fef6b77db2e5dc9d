package org.whatsapppolicy.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aGrant;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.address.PhoneNumber;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Retention;
import org.whatsapppolicy.policy.ledger.Settlement;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.PolicyStore.PersonAct;
import org.whatsapppolicy.store.Upkeep;
import org.whatsapppolicy.store.Upkeep.Kind;
import org.whatsapppolicy.store.kit.Stores;
import org.whatsapppolicy.store.kit.UpkeepKit;

class SqliteUpkeepTest extends UpkeepKit {

    private static final int PAGE = 500;
    private static final int PAGES = 12;

    @Override
    protected Stores stores() {
        return Stores.sqlite();
    }

    @Test
    @DisplayName("sending goes on between the pages while everything old is taken away, though one writes at a time")
    void sending_goes_on() throws InterruptedException, ExecutionException {
        for (int page = 0; page < PAGES; page++) {
            old(page * PAGE);
        }
        itIs(Duration.ofDays(731));
        CompletableFuture<Integer> gone = CompletableFuture.supplyAsync(this::removed);
        List<Long> took = new ArrayList<>();
        do {
            PhoneNumber person = person(PAGES * PAGE + took.size());
            agrees(person, PURPOSE);
            long begun = System.nanoTime();
            Admission.Decided one = decided(aSend().to(person).build());
            settle(one, accepted());
            took.add(System.nanoTime() - begun);
            assertThat(one.decision().verdict()).isEqualTo(Verdict.ALLOW);
        } while (!gone.isDone());
        assertThat(gone.get()).isEqualTo(PAGES * PAGE);
        took.sort(null);
        Duration median = Duration.ofNanos(took.get(took.size() / 2));
        Duration longest = Duration.ofNanos(took.get(took.size() - 1));
        System.out.printf(
                "%,d messages went while %,d were sent, half of them in %d ms, the slowest in %d ms%n",
                PAGES * PAGE, took.size(), median.toMillis(), longest.toMillis());
        assertThat(took).hasSizeGreaterThan(5);
        assertThat(median).isLessThan(Duration.ofMillis(250));
        assertThat(longest).isLessThan(Duration.ofSeconds(2));
    }

    private static PhoneNumber person(int number) {
        String digits = "+55119" + (70_000_000 + number);
        return new PhoneNumber(digits, digits, "BR");
    }

    /** A page of messages, each of a person of its own, sent at the beginning. */
    private void old(int first) {
        List<PhoneNumber> people = IntStream.range(first, first + PAGE)
                .mapToObj(SqliteUpkeepTest::person)
                .toList();
        store.record(people.stream()
                .map(person -> new PersonAct(
                        person, new ConsentAct.Granted(aGrant(PURPOSE, TUESDAY_9.minus(Duration.ofDays(1))))))
                .toList());
        List<SendRequest> requests = people.stream()
                .map(person -> aSend().to(person).key("k" + person.key()).build())
                .toList();
        List<Settlement> sent = new ArrayList<>();
        for (Admission admission : store.decide(requests, engine)) {
            Admission.Decided one = (Admission.Decided) admission;
            sent.add(new Settlement(one.messageId(), one.attempt(), accepted()));
        }
        store.settle(sent);
    }

    private int removed() {
        int removed = 0;
        @Nullable String after = null;
        do {
            Upkeep.Page page = store.upkeep().look(Kind.DECISION, Retention.DEFAULT, after, PAGE);
            removed += store.upkeep().remove(Kind.DECISION, Retention.DEFAULT, page.past());
            after = page.next();
        } while (after != null);
        return removed;
    }
}
