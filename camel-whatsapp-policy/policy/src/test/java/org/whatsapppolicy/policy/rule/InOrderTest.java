package org.whatsapppolicy.policy.rule;

import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Waiting;

@DisplayName("Messages of an ordered purpose leave in the order in which they were taken")
class InOrderTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID OWN = new UUID(1, 2);
    private static final Instant EARLIER = TUESDAY_9.minusSeconds(60);

    private final Judge judge = new Judge();

    @BeforeEach
    void ordered() {
        judge.document.purpose(aPurpose().ordered());
    }

    private static Waiting held(Instant until) {
        return new Waiting(FIRST, PURPOSE, EARLIER, false, until);
    }

    @Test
    void a_later_one_waits_as_long_as_the_first_is_held() {
        Instant until = TUESDAY_9.plus(Duration.ofHours(3));
        judge.facts.line(held(until));

        judge.defers(aSend(), until, "in-order");
    }

    @Test
    void an_answer_too() {
        judge.facts.line(held(TUESDAY_9.plusSeconds(9))).inbound(TUESDAY_9.minusSeconds(5));

        judge.defers(aSend(), TUESDAY_9.plusSeconds(9), "in-order");
    }

    @Test
    void while_the_first_is_due_or_under_way_it_is_looked_again_soon_and_then_less_often() {
        judge.facts.line(held(TUESDAY_9));
        judge.defers(aSend(), TUESDAY_9.plusMillis(200), "in-order");
        judge.facts.line(new Waiting(FIRST, PURPOSE, EARLIER, true, TUESDAY_9.minusSeconds(8)));
        judge.defers(aSend(), TUESDAY_9.plusSeconds(2), "in-order");
        judge.facts.line(held(TUESDAY_9.minusSeconds(3_600)));
        judge.defers(aSend(), TUESDAY_9.plusSeconds(5), "in-order");
    }

    @Test
    void the_first_waits_for_nobody() {
        judge.facts.line(held(TUESDAY_9.plusSeconds(9)));

        judge.allows(aSend().taken(EARLIER.minusMillis(1)));
        judge.defers(aSend().taken(EARLIER.plusMillis(1)), TUESDAY_9.plusSeconds(9), "in-order");
    }

    @Test
    void but_what_is_under_way_cannot_be_overtaken_any_more() {
        judge.facts.line(new Waiting(FIRST, PURPOSE, EARLIER, true, TUESDAY_9));

        judge.defers(aSend().taken(EARLIER.minusMillis(1)), TUESDAY_9.plusMillis(200), "in-order");
    }

    @Test
    void nobody_waits_for_himself_or_for_another_purpose() {
        judge.facts.line(
                new Waiting(OWN, PURPOSE, EARLIER, false, TUESDAY_9),
                new Waiting(FIRST, "other", EARLIER, false, TUESDAY_9));

        judge.allows(aSend().id(OWN));
    }

    @Test
    @DisplayName("S-28: but not past its expiry")
    void but_not_past_its_expiry() {
        judge.facts.line(held(TUESDAY_9.plusSeconds(9)));

        judge.denies(aSend().expires(TUESDAY_9.plusSeconds(9)), "expires-before-allowed", "in-order");
    }

    @Test
    @DisplayName("S-28: and when both are stopped, until just before its expiry")
    void behind_a_stopped_one() {
        judge.facts.stopped(Stop.ALL).line(held(TUESDAY_9.plus(Duration.ofHours(1))));

        judge.defers(aSend().expires(TUESDAY_9.plusSeconds(9)), TUESDAY_9.plusSeconds(8), "stopped", "in-order");
    }

    @Test
    void without_order_nobody_waits() {
        judge.document.purpose(aPurpose());
        judge.facts.line(held(TUESDAY_9.plusSeconds(9)));

        judge.allows(aSend());
    }
}
