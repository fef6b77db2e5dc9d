package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.someFacts;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.whatsapppolicy.policy.Examples;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Verdict;

/** S-28: what becomes due together after quiet hours is spread. */
class SpreadingProperties {

    /** Night in Sao Paulo, where ALICE lives; her quiet hours end at 11:00 UTC. */
    private static final Instant NIGHT = Instant.parse("2026-03-10T02:00:00Z");

    private static final Instant MORNING = Instant.parse("2026-03-10T11:00:00Z");
    private static final Duration SPREAD = Duration.ofMinutes(30);

    private final PolicyEngine engine = engine("20:00-08:00");

    private static PolicyEngine engine(String... quiet) {
        return Examples.aDocument()
                .spread(SPREAD)
                .purpose(aPurpose().quietHours(quiet))
                .engine();
    }

    /** Ids as the policy makes them: the time in front, little else to tell them apart. */
    @Provide
    Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.integers().between(0, 5000), Arbitraries.longs())
                .as((millis, rest) -> new UUID(
                        (NIGHT.toEpochMilli() + millis) << 16 | 0x7000, 0x8000000000000000L | (rest & 0xFFFFFF)));
    }

    private static Decision decide(PolicyEngine engine, UUID id, Instant now) {
        return engine.decide(aSend().to(ALICE).id(id).build(), someFacts().build(), now);
    }

    private static Instant due(Decision decision) {
        assertThat(decision.verdict()).isEqualTo(Verdict.DEFER);
        return Objects.requireNonNull(decision.notBefore());
    }

    @Property
    void it_goes_within_the_spread_and_is_allowed_when_it_is_due(@ForAll("ids") UUID id) {
        Instant due = due(decide(engine, id, NIGHT));

        assertThat(due).isBetween(MORNING, MORNING.plus(SPREAD).minusMillis(1));
        assertThat(decide(engine, id, due).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Property
    void every_decision_of_the_night_says_the_same_instant(
            @ForAll("ids") UUID id, @ForAll @IntRange(max = 8 * 3600) int later) {
        assertThat(due(decide(engine("20:00-08:00"), id, NIGHT.plusSeconds(later))))
                .isEqualTo(due(decide(engine, id, NIGHT)));
    }

    @Property
    void nobody_expires_by_it(@ForAll("ids") UUID id, @ForAll @IntRange(min = 1, max = 3600) int left) {
        Instant expires = MORNING.plusSeconds(left);

        Decision decision = engine.decide(
                aSend().to(ALICE).id(id).expires(expires).build(), someFacts().build(), NIGHT);

        assertThat(due(decision)).isBefore(expires);
    }

    @Property
    void it_never_reaches_into_the_next_quiet_hours(@ForAll("ids") UUID id) {
        PolicyEngine broken = engine("20:00-08:00", "08:10-12:00");

        assertThat(due(decide(broken, id, NIGHT))).isBetween(MORNING, MORNING.plusSeconds(600).minusMillis(1));
    }

    @Property
    void what_may_go_goes_at_once(@ForAll("ids") UUID id) {
        assertThat(decide(engine, id, MORNING.plusSeconds(1)).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Example
    void a_campaign_of_one_second_is_spread_evenly() {
        int[] minutes = new int[30];
        for (int i = 0; i < 30_000; i++) {
            UUID id = new UUID((NIGHT.toEpochMilli() + i / 30) << 16 | 0x7000 | i % 30, 0x8000000000000000L + i);
            minutes[
                    (int) Duration.between(MORNING, due(decide(engine, id, NIGHT)))
                            .toMinutes()]++;
        }

        assertThat(Arrays.stream(minutes).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }

    @Example
    void a_document_can_say_all_at_once() {
        PolicyEngine together = Examples.aDocument()
                .spread(Duration.ZERO)
                .purpose(aPurpose().quietHours("20:00-08:00"))
                .engine();

        assertThat(due(decide(together, UUID.randomUUID(), NIGHT))).isEqualTo(MORNING);
    }
}
