package org.whatsapppolicy.policy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConsentsProperties {

    @Provide
    Arbitrary<List<ConsentAct>> acts() {
        return Acts.acts();
    }

    @Provide
    Arbitrary<List<ConsentAct>> confirmations() {
        return Acts.confirmations().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<ConsentAct> withdrawals() {
        return Acts.withdrawals();
    }

    static Consents fold(Consents consents, List<ConsentAct> acts) {
        Consents folded = consents;
        for (ConsentAct act : acts) {
            folded = folded.after(act).consents();
        }
        return folded;
    }

    @Property
    void the_order_of_arrival_does_not_matter(@ForAll("acts") List<ConsentAct> acts, @ForAll Random random) {
        List<ConsentAct> shuffled = new ArrayList<>(acts);
        Collections.shuffle(shuffled, random);

        assertThat(fold(Consents.NONE, shuffled)).isEqualTo(fold(Consents.NONE, acts));
    }

    @Property
    void confirmations_commute_once_there_is_a_grant(
            @ForAll("acts") List<ConsentAct> acts,
            @ForAll("confirmations") List<ConsentAct> confirmations,
            @ForAll Random random) {
        ConsentAct first = new ConsentAct.Granted(Grant.of(
                NEWSLETTER, new Evidence(TUESDAY_9.minusSeconds(9_000_000), "signup", null, null, null, null)));
        ConsentAct second = new ConsentAct.Granted(
                Grant.of(PURPOSE, new Evidence(TUESDAY_9.minusSeconds(9_000_000), "signup", null, null, null, null)));
        Consents granted = fold(Consents.NONE, List.of(first, second));
        List<ConsentAct> all = new ArrayList<>(acts);
        all.addAll(confirmations);
        List<ConsentAct> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);

        assertThat(fold(granted, shuffled)).isEqualTo(fold(granted, all));
    }

    @Property
    void an_act_that_arrives_again_changes_nothing(@ForAll("acts") List<ConsentAct> acts) {
        Consents once = fold(Consents.NONE, acts);

        assertThat(fold(once, acts)).isEqualTo(once);
        for (ConsentAct act : acts) {
            assertThat(once.after(act).effect()).isNotEqualTo(Consents.Effect.APPLIED);
        }
    }

    @Property
    void an_opt_out_that_was_in_force_stays_so_when_another_is_added(
            @ForAll("acts") List<ConsentAct> acts, @ForAll("withdrawals") ConsentAct withdrawal) {
        Consents before = fold(Consents.NONE, acts);
        Consents after = before.after(withdrawal).consents();

        for (String purpose : List.of(NEWSLETTER, PURPOSE)) {
            for (boolean marketing : new boolean[] {true, false}) {
                if (before.inForce(purpose, marketing, TUESDAY_9) != null) {
                    assertThat(after.inForce(purpose, marketing, TUESDAY_9)).isNotNull();
                }
            }
        }
    }

    @Property
    void an_opt_out_is_lifted_only_by_a_later_act_that_may(
            @ForAll("acts") List<ConsentAct> acts, @ForAll("withdrawals") ConsentAct withdrawal) {
        Consents state = fold(Consents.NONE, acts).after(withdrawal).consents();
        ConsentAct.Withdrawn withdrawn = (ConsentAct.Withdrawn) withdrawal;
        boolean lifted = acts.stream().anyMatch(act -> mayLift(act, withdrawn));

        if (!lifted) {
            assertThat(state.inForce(NEWSLETTER, true, TUESDAY_9)).isNotNull();
        }
    }

    private static boolean mayLift(ConsentAct act, ConsentAct.Withdrawn withdrawn) {
        boolean later = act.evidence().act().isAfter(withdrawn.evidence().act());
        if (act instanceof ConsentAct.Granted granted) {
            Evidence evidence = act.evidence();
            boolean proven = evidence.reference() != null || evidence.document() != null;
            return later
                    && granted.grant().purpose().equals(NEWSLETTER)
                    && !granted.grant().imported()
                    && (evidence.byPerson() || proven);
        }
        boolean byApp = withdrawn.scope().equals(Scope.MARKETING)
                && withdrawn.evidence().byApp();
        return act instanceof ConsentAct.Resumed && later && byApp;
    }
}
