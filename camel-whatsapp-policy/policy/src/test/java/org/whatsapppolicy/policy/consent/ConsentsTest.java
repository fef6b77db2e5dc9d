package org.whatsapppolicy.policy.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.TUESDAY_9;
import static org.whatsapppolicy.policy.Examples.evidence;
import static org.whatsapppolicy.policy.Examples.signedUp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.policy.consent.Consents.Effect;

@DisplayName("S-12: which act counts")
class ConsentsTest {

    private static final String NEWS = "newsletter";

    private Consents consents = Consents.NONE;

    private static Instant day(int day) {
        return TUESDAY_9.minus(Duration.ofDays(30)).plus(Duration.ofDays(day));
    }

    private Effect fold(ConsentAct act) {
        Consents.Change change = consents.after(act);
        consents = change.consents();
        return change.effect();
    }

    private Effect grant(Evidence evidence) {
        return fold(new ConsentAct.Granted(Grant.of(NEWS, evidence)));
    }

    private Effect withdraw(Scope scope, Evidence evidence) {
        return fold(new ConsentAct.Withdrawn(scope, evidence));
    }

    private @Nullable OptOut stopsMarketing() {
        return consents.inForce(NEWS, true, TUESDAY_9);
    }

    @ParameterizedTest
    @CsvSource({"keyword", "button", "signup", "double-opt-in"})
    void a_later_act_of_the_person_lifts_an_opt_out_for_its_purpose_alone(String source) {
        withdraw(Scope.ALL, evidence("keyword", day(1)));

        assertThat(grant(evidence(source, day(2)))).isEqualTo(Effect.APPLIED);
        assertThat(stopsMarketing()).isNull();
        assertThat(consents.inForce("payment-slip", false, TUESDAY_9)).isNotNull();
    }

    @Test
    void dated_evidence_later_than_the_opt_out_lifts_it() {
        withdraw(Scope.ALL, evidence("keyword", day(1)));

        grant(new Evidence(day(2), "crm", "ana", null, null, "contract-9"));

        assertThat(stopsMarketing()).isNull();
    }

    @Test
    void a_record_without_evidence_lifts_nothing_and_is_told() {
        withdraw(Scope.ALL, evidence("keyword", day(1)));

        assertThat(grant(evidence("crm", day(2)))).isEqualTo(Effect.OPTED_OUT);
        assertThat(stopsMarketing()).isNotNull();
    }

    @Test
    void an_import_never_lifts_even_with_evidence() {
        withdraw(Scope.ALL, evidence("keyword", day(1)));

        Effect effect = fold(new ConsentAct.Granted(Grant.imported(NEWS, signedUp(day(2)), null)));

        assertThat(effect).isEqualTo(Effect.OPTED_OUT);
        assertThat(stopsMarketing()).isNotNull();
    }

    @Test
    void an_import_after_the_persons_own_act_does_not_take_it_back() {
        withdraw(Scope.ALL, evidence("keyword", day(1)));
        grant(signedUp(day(2)));

        fold(new ConsentAct.Granted(Grant.imported(NEWS, evidence("import", day(3)), null)));

        assertThat(stopsMarketing()).isNull();
    }

    @Test
    void at_the_same_instant_the_opt_out_wins() {
        withdraw(Scope.ALL, evidence("keyword", day(1)));

        grant(signedUp(day(1)));

        assertThat(stopsMarketing()).isNotNull();
    }

    @Test
    void the_time_of_the_act_counts_and_not_its_arrival() {
        grant(signedUp(day(5)));
        withdraw(Scope.ALL, evidence("keyword", day(1)));

        assertThat(stopsMarketing()).isNull();
    }

    @Test
    void a_grant_dated_ahead_of_now_lifts_nothing() {
        withdraw(Scope.ALL, evidence("keyword", day(1)));
        grant(signedUp(TUESDAY_9.plus(Duration.ofDays(400))));

        assertThat(stopsMarketing()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"user-preferences", "error-131050"})
    void the_apps_resume_lifts_what_the_app_stopped(String source) {
        withdraw(Scope.MARKETING, evidence(source, day(1)));
        assertThat(stopsMarketing()).isNotNull();

        assertThat(fold(new ConsentAct.Resumed(evidence("user-preferences", day(2)))))
                .isEqualTo(Effect.APPLIED);
        assertThat(stopsMarketing()).isNull();
    }

    @Test
    void the_apps_resume_lifts_no_opt_out_by_another_road_of_the_same_scope() {
        withdraw(Scope.MARKETING, evidence("button", day(1)));
        withdraw(Scope.MARKETING, evidence("user-preferences", day(2)));

        fold(new ConsentAct.Resumed(evidence("user-preferences", day(3))));

        assertThat(stopsMarketing()).isEqualTo(new OptOut(Scope.MARKETING, evidence("button", day(1))));
    }

    @Test
    void a_stop_that_arrives_after_the_resume_that_followed_it_stops_nothing() {
        fold(new ConsentAct.Resumed(evidence("user-preferences", day(3))));
        withdraw(Scope.MARKETING, evidence("user-preferences", day(2)));

        assertThat(stopsMarketing()).isNull();
    }

    @Test
    void stopping_marketing_stops_marketing_alone() {
        withdraw(Scope.MARKETING, evidence("button", day(1)));

        assertThat(stopsMarketing()).isNotNull();
        assertThat(consents.inForce(NEWS, false, TUESDAY_9)).isNull();
    }

    @Test
    void stopping_one_purpose_stops_that_purpose_alone() {
        withdraw(Scope.purpose(NEWS), evidence("button", day(1)));

        assertThat(stopsMarketing()).isNotNull();
        assertThat(consents.inForce("letter", true, TUESDAY_9)).isNull();
        assertThat(consents.inForce("x-" + NEWS, true, TUESDAY_9)).isNull();
    }

    @Test
    void a_confirmation_needs_something_to_confirm() {
        ConsentAct.Confirmed confirmed = new ConsentAct.Confirmed(NEWS, evidence("double-opt-in", day(2)));

        assertThat(fold(confirmed)).isEqualTo(Effect.NOTHING_TO_CONFIRM);
        grant(signedUp(day(1)));
        assertThat(fold(confirmed)).isEqualTo(Effect.APPLIED);
        assertThat(consents.grant(NEWS)).extracting(Grant::confirmed).isEqualTo(day(2));
    }

    @Test
    void the_same_act_again_changes_nothing() {
        grant(signedUp(day(1)));
        withdraw(Scope.ALL, evidence("keyword", day(2)));

        assertThat(grant(signedUp(day(1)))).isEqualTo(Effect.OUTDATED);
        assertThat(withdraw(Scope.ALL, evidence("keyword", day(2)))).isEqualTo(Effect.OUTDATED);
    }

    @Test
    void of_two_grants_of_one_instant_the_one_that_promises_less_counts_in_either_order() {
        ConsentAct own = new ConsentAct.Granted(Grant.of(NEWS, signedUp(day(1))));
        ConsentAct row = new ConsentAct.Granted(Grant.imported(NEWS, signedUp(day(1)), null));

        Consents one = Consents.NONE.after(own).consents().after(row).consents();
        Consents other = Consents.NONE.after(row).consents().after(own).consents();

        assertThat(one).isEqualTo(other);
        assertThat(one.grant(NEWS)).extracting(Grant::imported).isEqualTo(true);
    }

    @Test
    void an_ambiguous_answer_changes_no_consent() {
        assertThat(fold(new ConsentAct.Questioned(day(9), evidence("keyword", day(1)))))
                .isEqualTo(Effect.APPLIED);
        assertThat(consents).isEqualTo(Consents.NONE);
    }
}
