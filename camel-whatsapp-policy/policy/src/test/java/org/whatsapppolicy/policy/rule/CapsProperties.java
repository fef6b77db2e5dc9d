package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.ALICE;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.SAO_PAULO;
import static org.whatsapppolicy.policy.Examples.aPurpose;
import static org.whatsapppolicy.policy.Examples.aSend;
import static org.whatsapppolicy.policy.Examples.someFacts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.whatsapppolicy.policy.Examples;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.document.Cap;
import org.whatsapppolicy.policy.document.Category;

/** S-39: somebody who sends as often as the decisions let them never exceeds a cap, wherever in its way a message arrives. */
class CapsProperties {

    @Provide
    Arbitrary<Cap> caps() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 3).map(n -> new Cap.Rolling(n, Duration.ofHours(24), false)),
                Arbitraries.integers().between(1, 3).map(n -> new Cap.CalendarDay(n, false)),
                Arbitraries.integers().between(1, 3).map(n -> new Cap.Days(n, 7, false)));
    }

    /** Waiting before a try, length of the way in milliseconds, and where on it the platform takes the message. */
    @Provide
    Arbitrary<Try> tries() {
        return Combinators.combine(
                        Arbitraries.of(0L, 1L, 59L, 3600L, 30_000L, 86_390L),
                        Arbitraries.integers().between(0, 31_000),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(true, false))
                .as(Try::new);
    }

    @Property(tries = 1000)
    void caps_are_exact(@ForAll("caps") Cap cap, @ForAll @Size(max = 25) List<@From("tries") Try> tries) {
        PolicyEngine engine = Examples.aDocument().purpose(aPurpose().cap(cap)).engine();
        List<SentMessage> known = new ArrayList<>();
        List<Instant> arrived = new ArrayList<>();
        // Shortly before midnight in Sao Paulo, where most can go wrong.
        Instant now = Instant.parse("2026-03-11T02:59:40Z");
        for (Try one : tries) {
            now = now.plusSeconds(one.pause());
            Decision decision = engine.decide(
                    aSend().to(ALICE).build(), someFacts().sent(known).build(), now);
            if (decision.verdict() == Verdict.DEFER && one.patient() && decision.notBefore() != null) {
                now = decision.notBefore();
                decision = engine.decide(
                        aSend().to(ALICE).build(), someFacts().sent(known).build(), now);
                assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
            }
            if (decision.verdict() == Verdict.ALLOW) {
                Instant to = now.plusMillis(one.way());
                known.add(new SentMessage(PURPOSE, Category.UTILITY, true, now, to));
                arrived.add(now.plusMillis((long) (one.way() * one.where())));
            }
        }
        assertThat(most(cap, arrived)).isLessThanOrEqualTo(limit(cap));
    }

    private static int limit(Cap cap) {
        if (cap instanceof Cap.Rolling rolling) {
            return rolling.limit();
        }
        return cap instanceof Cap.CalendarDay day ? day.limit() : ((Cap.Days) cap).days();
    }

    /** What the platform saw at most, counted the slow and obvious way. */
    private static int most(Cap cap, List<Instant> arrived) {
        int most = 0;
        for (Instant start : arrived) {
            LocalDate date = LocalDate.ofInstant(start, SAO_PAULO);
            int count = 0;
            TreeSet<LocalDate> dates = new TreeSet<>();
            for (Instant other : arrived) {
                LocalDate otherDate = LocalDate.ofInstant(other, SAO_PAULO);
                if (cap instanceof Cap.Rolling rolling) {
                    count += !other.isBefore(start) && other.isBefore(start.plus(rolling.window())) ? 1 : 0;
                } else if (cap instanceof Cap.CalendarDay) {
                    count += otherDate.equals(date) ? 1 : 0;
                } else if (!otherDate.isBefore(date) && otherDate.isBefore(date.plusDays(7))) {
                    dates.add(otherDate);
                }
            }
            most = Math.max(most, count + dates.size());
        }
        return most;
    }

    record Try(long pause, int way, double where, boolean patient) {}
}
