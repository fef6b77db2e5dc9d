package org.whatsapppolicy.store.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.ledger.Outcome;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.DueWatch;

/** When held messages are due, who is told, and claims that are given back. */
public abstract class DueKit extends StoreKit {

    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicInteger rung = new AtomicInteger();
    private final ExecutorService waiting = Executors.newCachedThreadPool();
    private DueWatch watch;

    @BeforeEach
    void watch() {
        agrees(ALICE, PURPOSE);
        watch = store.watchDue(rung::incrementAndGet, waiting);
        rung.set(0);
    }

    @AfterEach
    void watchNoMore() {
        if (watch != null) {
            watch.close();
        }
        waiting.shutdownNow();
    }

    private boolean rang() {
        return rung.getAndSet(0) > 0;
    }

    private Admission.Decided heldForADay() {
        settle(decided(aSend().build()), accepted());
        return decided(aSend().build());
    }

    @Test
    void it_is_known_how_long_until_the_next_is_due() {
        assertThat(store.untilDue()).isEmpty();
        heldForADay();
        assertThat(store.untilDue()).contains(DAY);
        itIs(Duration.ofHours(23));
        assertThat(store.untilDue()).contains(Duration.ofHours(1));
        itIs(DAY.plusHours(1));
        assertThat(store.untilDue()).contains(Duration.ofHours(-1));
    }

    @Test
    void the_bell_rings_for_what_is_held_and_what_is_held_again() {
        Admission.Decided first = decided(aSend().build());
        assertThat(heldForADay()).isNotNull();
        assertThat(rang()).isTrue();
        settle(first, new Outcome.NotBegun());
        rung.set(0);
        Admission.Decided other = decided(aSend().to(ALICE).build());
        settle(other, new Outcome.Refused(130_429, Duration.ofSeconds(5)));
        assertThat(rang()).isTrue();
    }

    @Test
    void the_bell_rings_when_the_clock_was_moved() {
        itIs(DAY);
        assertThat(rang()).isTrue();
    }

    @Test
    void nobody_is_told_after_the_watch_ended() {
        watch.close();
        rung.set(0);
        heldForADay();
        assertThat(rang()).isFalse();
    }

    @Test
    void claims_that_are_given_back_are_due_at_once() {
        Admission.Decided held = heldForADay();
        itIs(DAY);
        List<UUID> claimed =
                store.claimDue(10, LEASE).stream().map(SendRequest::id).toList();
        assertThat(claimed).containsExactly(held.messageId());
        assertThat(store.claimDue(10, LEASE)).isEmpty();
        rung.set(0);
        store.handBack(claimed);
        assertThat(rang()).isTrue();
        assertThat(store.claimDue(10, LEASE)).extracting(SendRequest::id).containsExactly(held.messageId());
    }

    @Test
    void what_is_given_back_has_its_former_place() {
        Admission.Decided first = heldForADay();
        itIs(Duration.ofMinutes(1));
        heldForADay();
        itIs(DAY.multipliedBy(2));
        List<UUID> claimed =
                store.claimDue(1, LEASE).stream().map(SendRequest::id).toList();
        assertThat(claimed).containsExactly(first.messageId());

        store.handBack(claimed);

        assertThat(store.claimDue(1, LEASE)).extracting(SendRequest::id).containsExactly(first.messageId());
    }

    @Test
    void the_bell_rings_for_one_that_stops_and_has_no_claims() {
        store.handBack(List.of());
        assertThat(rang()).isTrue();
    }

    @Test
    void what_is_held_for_later_or_moved_on_is_not_given_back() {
        Admission.Decided held = heldForADay();
        store.handBack(List.of(held.messageId()));
        assertThat(store.untilDue()).contains(DAY);
        itIs(DAY);
        decided(store.claimDue(10, LEASE).get(0));
        store.handBack(List.of(held.messageId()));
        assertThat(store.untilDue()).isEmpty();
    }
}
