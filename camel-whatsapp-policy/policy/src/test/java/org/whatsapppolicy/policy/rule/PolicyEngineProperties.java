package org.whatsapppolicy.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whatsapppolicy.policy.consent.Acts;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.decision.Decision;
import org.whatsapppolicy.policy.decision.Facts;
import org.whatsapppolicy.policy.decision.PersonFacts;
import org.whatsapppolicy.policy.decision.PersonSettings;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.SentMessage;
import org.whatsapppolicy.policy.decision.Verdict;

class PolicyEngineProperties {

    @Provide
    Arbitrary<Worlds> worlds() {
        return Worlds.any();
    }

    @Provide
    Arbitrary<ConsentAct> withdrawals() {
        return Acts.withdrawals();
    }

    @Provide
    Arbitrary<SentMessage> messages() {
        return Worlds.sent(Worlds.instants(-200, 0));
    }

    @Property(tries = 1000)
    void the_strictest_finding_is_the_verdict_and_stands_first(@ForAll("worlds") Worlds world) {
        Decision decision = world.decide();
        List<Verdict> verdicts =
                decision.reasons().stream().map(Reason::verdict).toList();

        assertThat(decision.verdict())
                .isEqualTo(verdicts.stream().max(Verdict::compareTo).orElseThrow());
        assertThat(verdicts).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(PolicyEngine.reasonCodes().stream().map(ReasonCode::code)).containsAll(decision.codes());
        assertThat(decision.notBefore() != null).isEqualTo(decision.verdict() == Verdict.DEFER);
    }

    /** S-16: the opt-out is monotone. */
    @Property(tries = 1000)
    void an_opt_out_more_never_makes_a_decision_milder(
            @ForAll("worlds") Worlds world, @ForAll("withdrawals") ConsentAct withdrawal) {
        assertThat(world.with(withdrawal).decide().verdict())
                .isGreaterThanOrEqualTo(world.decide().verdict());
    }

    @Property(tries = 1000)
    void a_message_more_never_makes_a_decision_milder(
            @ForAll("worlds") Worlds world, @ForAll("messages") SentMessage message) {
        Decision before = world.decide();
        Decision after = world.with(message).decide();

        assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
        if (after.notBefore() != null && before.notBefore() != null) {
            assertThat(after.notBefore()).isAfterOrEqualTo(before.notBefore());
        }
    }

    @Provide
    Arbitrary<PersonSettings> settings() {
        return Worlds.settings();
    }

    /** S-15: what a person sets for themselves only tightens the policy. */
    @Property(tries = 1000)
    void own_settings_never_make_a_decision_milder(
            @ForAll("worlds") Worlds world, @ForAll("settings") PersonSettings own) {
        Decision before = world.with(PersonSettings.NONE).decide();
        Decision after = world.with(own).decide();

        assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
        if (after.notBefore() != null && before.notBefore() != null) {
            assertThat(after.notBefore()).isAfterOrEqualTo(before.notBefore());
        }
        if (before.verdict() == Verdict.ALLOW && !before.proactive()) {
            assertThat(after.verdict()).isEqualTo(Verdict.ALLOW);
        }
    }

    /** Deciding again at that instant, with the same facts, never waits any longer. */
    @Property(tries = 1000)
    void not_before_is_honest(@ForAll("worlds") Worlds world) {
        Decision decision = world.decide();
        if (decision.notBefore() != null) {
            assertThat(decision.notBefore()).isAfter(world.now());
            Worlds taken = new Worlds(
                    world.document(),
                    RequestTaken.at(world.request(), world.now()),
                    world.facts(),
                    decision.notBefore());
            assertThat(taken.decide().verdict()).isEqualTo(Verdict.ALLOW);
        }
    }

    /** No earlier instant would do: what the decision waits for holds until right before it. */
    @Property(tries = 1000)
    void not_before_is_the_earliest(@ForAll("worlds") Worlds world) {
        Decision decision = world.decide();
        if (decision.notBefore() != null) {
            for (long step = 1; step < 10; step++) {
                Duration part = Duration.between(world.now(), decision.notBefore())
                        .multipliedBy(step)
                        .dividedBy(10);
                assertThat(world.at(world.now().plus(part)).decide().verdict()).isNotEqualTo(Verdict.ALLOW);
            }
            assertThat(world.at(decision.notBefore().minusNanos(1)).decide().verdict())
                    .isNotEqualTo(Verdict.ALLOW);
        }
    }

    /** M-2: until then no rule says otherwise, and from then on one may. */
    @Property(tries = 1000)
    void an_allow_holds_until_valid_until(@ForAll("worlds") Worlds world) {
        Decision decision = world.decide();
        Instant until = decision.validUntil();
        if (decision.verdict() == Verdict.ALLOW && until != null) {
            assertThat(until).isAfter(world.now());
            Worlds taken = new Worlds(
                    world.document(), RequestTaken.at(world.request(), world.now()), world.facts(), world.now());
            Duration left = Duration.between(world.now(), until);
            Duration lease = left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1);
            assertThat(taken.at(world.now().plus(lease).minusNanos(1)).decide().verdict())
                    .isEqualTo(Verdict.ALLOW);
        }
    }

    /** Promise 5: whatever is required and missing, it is not sent. */
    @Property(tries = 1000)
    void never_allows_without_a_required_fact(@ForAll("worlds") Worlds world) {
        PersonFacts p = world.facts().person();
        PersonFacts stranger = new PersonFacts(p.zone(), p.lastInbound(), Consents.NONE, null, null, p.own(), p.sent());

        assertThat(world.person(stranger).decide().verdict()).isEqualTo(Verdict.DENY);
        if (world.request().content().template() != null) {
            Worlds untold = new Worlds(world.document(), world.request(), new Facts(p, null, true), world.now());
            assertThat(untold.decide().verdict()).isEqualTo(Verdict.DENY);
        }
    }
}
