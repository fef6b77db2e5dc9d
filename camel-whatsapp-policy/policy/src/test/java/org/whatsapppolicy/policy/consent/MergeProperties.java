package org.whatsapppolicy.policy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** S-22: when two turn out to be one person, nothing that either stopped goes on. */
class MergeProperties {

    @Provide
    Arbitrary<List<ConsentAct>> acts() {
        return Acts.acts();
    }

    @Provide
    Arbitrary<Instant> now() {
        return Arbitraries.integers().between(-30, 1).map(days -> TUESDAY_9.plusSeconds(days * 86_400L));
    }

    private static Consents of(List<ConsentAct> acts) {
        return ConsentsProperties.fold(Consents.NONE, acts);
    }

    @Property(tries = 2000)
    void an_opt_out_in_force_for_either_is_in_force(
            @ForAll("acts") List<ConsentAct> one,
            @ForAll("acts") List<ConsentAct> other,
            @ForAll("now") Instant now,
            @ForAll("now") Instant later) {
        Consents both = Consents.merged(List.of(of(one), of(other)), now);

        for (String purpose : List.of(NEWSLETTER, PURPOSE, "unheard-of")) {
            for (boolean marketing : new boolean[] {true, false}) {
                for (Consents each : List.of(of(one), of(other))) {
                    if (each.inForce(purpose, marketing, now) != null) {
                        assertThat(both.inForce(purpose, marketing, now)).isNotNull();
                        // Also when time passes and nothing else does.
                        Instant then = later.isAfter(now) ? later : now;
                        assertThat(both.inForce(purpose, marketing, then)).isNotNull();
                    }
                }
            }
        }
    }

    @Property
    void which_of_them_comes_first_does_not_matter(
            @ForAll("acts") List<ConsentAct> one,
            @ForAll("acts") List<ConsentAct> two,
            @ForAll("acts") List<ConsentAct> three,
            @ForAll("now") Instant now) {
        Consents merged = Consents.merged(List.of(of(one), of(two), of(three)), now);

        assertThat(Consents.merged(List.of(of(three), of(one), of(two)), now)).isEqualTo(merged);
        assertThat(Consents.merged(List.of(of(two), of(one), of(three)), now)).isEqualTo(merged);
    }

    @Property
    void somebody_of_whom_nothing_is_known_changes_nothing_that_counts(
            @ForAll("acts") List<ConsentAct> acts, @ForAll("now") Instant now) {
        Consents before = of(acts);
        Consents after = Consents.merged(List.of(before, Consents.NONE), now);

        assertThat(after.optOuts()).isEqualTo(before.optOuts());
        for (String purpose : List.of(NEWSLETTER, PURPOSE)) {
            assertThat(after.inForce(purpose, true, now)).isEqualTo(before.inForce(purpose, true, now));
            Grant known = before.grant(purpose);
            if (known != null) {
                assertThat(after.grant(purpose)).extracting(Grant::evidence).isEqualTo(known.evidence());
            }
        }
    }
}
