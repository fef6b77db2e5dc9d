package org.whatsapppolicy.policy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.policy.Examples.NEWSLETTER;
import static org.whatsapppolicy.policy.Examples.PURPOSE;
import static org.whatsapppolicy.policy.Examples.aDocument;
import static org.whatsapppolicy.policy.Examples.aMarketingPurpose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.DocumentBuilder;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Consents;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Grant;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.ConsentKind;
import org.whatsapppolicy.policy.document.OptIn;
import org.whatsapppolicy.policy.document.OptOutRules;
import org.whatsapppolicy.policy.ledger.CallbackData;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.optout.Intent;
import org.whatsapppolicy.policy.optout.IntentRecogniser;

/** S-16 and S-18: what people say and choose, as acts of consent. */
class SignalsTest {

    private static final Instant NOW = Instant.parse("2026-03-24T12:00:00Z");
    private static final Instant THEN = NOW.minusSeconds(30);
    private static final Instant LAST_OF_THEN = THEN.plusMillis(999);

    private final Signals signals = new Signals(IntentRecogniser.standard());
    private final DocumentBuilder document = aDocument();

    private Signals.Signal of(Told told) {
        return of(told, THEN);
    }

    private Signals.Signal of(Told told, @Nullable Instant at) {
        return signals.of(
                new InboundEvent(EventKind.MESSAGE, "k", "messages", null, List.of(), at, told, Map.of(), Map.of()),
                document.build(),
                NOW);
    }

    private Signals.Signal written(@Nullable String text, @Nullable String choice) {
        return of(new Told.Written("wamid.1", "text", text, choice, true));
    }

    private static ConsentAct withdrawn(Scope scope, String source) {
        return new ConsentAct.Withdrawn(scope, new Evidence(LAST_OF_THEN, source, null, null, null, "wamid.1"));
    }

    @Test
    @DisplayName("S-16: a typed stop ends everything proactive")
    void typed() {
        assertThat(written("STOP", null).acts()).containsExactly(withdrawn(Scope.ALL, "keyword"));
        assertThat(written("parar", null).intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(written("parar", null).by()).isNotNull();
        assertThat(written("Where is my parcel?", null)).isEqualTo(Signals.Signal.NONE);
        assertThat(written(null, null)).isEqualTo(Signals.Signal.NONE);
    }

    @Test
    @DisplayName("S-16: a button ends what its payload declares, else everything")
    void tapped() {
        document.purpose(aMarketingPurpose());
        assertThat(written("Sair", "opt-out:purpose:newsletter").acts())
                .containsExactly(withdrawn(Scope.purpose("newsletter"), "button"));
        assertThat(written("x", "opt-out:marketing").acts()).containsExactly(withdrawn(Scope.MARKETING, "button"));
        assertThat(written("x", "opt-out").acts()).containsExactly(withdrawn(Scope.ALL, "button"));
        assertThat(written("Stop", "b-17").acts()).containsExactly(withdrawn(Scope.ALL, "button"));
        assertThat(written("\uD83D\uDC4B", "STOP").acts()).containsExactly(withdrawn(Scope.ALL, "button"));
        // Meant as one, and not to be read: it ends everything.
        assertThat(written("Yes, please", "opt-out:purpose:News letter").acts())
                .containsExactly(withdrawn(Scope.ALL, "button"));
        assertThat(written("Yes, please", "b-17").acts()).isEmpty();
    }

    @Test
    @DisplayName(
            "S-16: a payload that names no purpose of the document declares nothing: everything ends, and it is told")
    void tapped_for_a_purpose_that_is_unknown() {
        assertThat(written("Fewer offers", "opt-out:purpose:newsleter").acts())
                .containsExactly(withdrawn(Scope.ALL, "button"));
        assertThat(written("Fewer offers", "opt-out:purpose:newsleter").unknown())
                .isEqualTo("newsleter");
        assertThat(written("Fewer offers", "opt-out:purpose:newsleter").intent())
                .isEqualTo(Intent.OPT_OUT);
        assertThat(written("Fewer offers", "opt-out:newsletter").acts())
                .containsExactly(withdrawn(Scope.ALL, "button"));
        assertThat(written("Fewer offers", "Opt-Out:Marketing").acts()).containsExactly(withdrawn(Scope.ALL, "button"));
        assertThat(written("Fewer offers", "opt-out:newsletter").unknown()).isEmpty();
        assertThat(written("x", "opt-out:marketing").unknown()).isNull();
        assertThat(written("Yes, please", "opt-in:purpose:newsleter").acts())
                .containsExactly(new ConsentAct.Kept(button()));
        assertThat(written("Yes, please", "opt-in:purpose:newsleter").unknown()).isEqualTo("newsleter");
        assertThat(written("How do I opt out?", "opt-out-help").unknown()).isNull();
    }

    @Test
    @DisplayName("S-16: the app's menu and error 131050 end marketing; the menu's resume takes that back")
    void chosen() {
        Evidence menu = new Evidence(THEN, "user-preferences", null, null, null, "k");
        Evidence stop = new Evidence(LAST_OF_THEN, "user-preferences", null, null, null, "k");
        assertThat(of(new Told.Chose(Told.Choice.STOP)).acts())
                .containsExactly(new ConsentAct.Withdrawn(Scope.MARKETING, stop));
        assertThat(of(new Told.Chose(Told.Choice.RESUME)).acts()).containsExactly(new ConsentAct.Resumed(menu));
        assertThat(of(new Told.Chose(Told.Choice.SIGN_UP)).acts()).isEmpty();
        Told refused =
                new Told.Moved("wamid.1", new CallbackData(new UUID(1, 1), 1), MessageState.FAILED, List.of(131050));
        assertThat(of(refused).acts()).containsExactly(withdrawn(Scope.MARKETING, "error-131050"));
        Told undelivered = new Told.Moved("wamid.1", null, MessageState.FAILED, List.of(131026));
        assertThat(of(undelivered).acts()).isEmpty();
    }

    @Test
    @DisplayName("S-18: what is unclear holds for 72 hours from when it was written")
    void unclear() {
        Signals.Signal signal = written("leave me alone", null);
        assertThat(signal.intent()).isEqualTo(Intent.AMBIGUOUS);
        assertThat(signal.acts())
                .containsExactly(new ConsentAct.Questioned(
                        THEN.plus(Duration.ofDays(3)), new Evidence(THEN, "keyword", null, null, null, "wamid.1")));
    }

    @Test
    @DisplayName("S-12: a keyword agrees again to the purposes that say that it does, and to no other")
    void agrees_again() {
        assertThat(written("START", null).intent()).isEqualTo(Intent.OPT_IN);
        assertThat(written("START", null).acts()).containsExactly(new ConsentAct.Kept(keyword()));
        document.purpose(aMarketingPurpose().optIn(OptIn.KEYWORD));
        assertThat(written("START", null).acts())
                .containsExactly(new ConsentAct.Granted(Grant.of(NEWSLETTER, keyword())));
    }

    @Test
    @DisplayName("S-13: where two acts are needed, a word in the chat is the second")
    void confirms() {
        document.purpose(aMarketingPurpose().consent(ConsentKind.DOUBLE_OPT_IN).optIn(OptIn.KEYWORD, OptIn.SIGNUP));
        assertThat(written("START", null).acts())
                .containsExactly(new ConsentAct.Confirmed(NEWSLETTER, keyword()), new ConsentAct.Kept(keyword()));
        assertThat(written("Yes", "opt-in:purpose:newsletter").acts())
                .containsExactly(new ConsentAct.Confirmed(NEWSLETTER, button()));
        Evidence link = new Evidence(THEN, "signup", null, null, null, "k");
        assertThat(of(new Told.Chose(Told.Choice.SIGN_UP)).acts())
                .containsExactly(new ConsentAct.Granted(Grant.of(NEWSLETTER, link)));
    }

    @Test
    @DisplayName("S-12, S-18: a button agrees to the purpose that it names, and to go on if there is none")
    void agrees_by_button() {
        assertThat(written("Yes", "opt-in:purpose:newsletter").acts())
                .containsExactly(new ConsentAct.Granted(Grant.of(NEWSLETTER, button())));
        // S-18: whatever else it comes to, they want to go on.
        assertThat(written("Yes", "opt-in:purpose:other").acts()).containsExactly(new ConsentAct.Kept(button()));
        assertThat(written("Yes", "opt-in:purpose:other").intent()).isEqualTo(Intent.OPT_IN);
    }

    @Test
    @DisplayName("S-18: the buttons of the question answer it")
    void answers_the_question() {
        assertThat(written("Go on", OptOutRules.KEEP).acts()).containsExactly(new ConsentAct.Kept(button()));
        assertThat(written("Stop", OptOutRules.STOP).acts()).containsExactly(withdrawn(Scope.ALL, "button"));
    }

    private static Evidence keyword() {
        return new Evidence(THEN, "keyword", null, null, null, "wamid.1");
    }

    private static Evidence button() {
        return new Evidence(THEN, "button", null, null, null, "wamid.1");
    }

    @Test
    @DisplayName("S-12: the act's own time counts; one that tells none is an act of now")
    void time() {
        Told stop = new Told.Written("wamid.1", "text", "stop", null, true);
        assertThat(act(of(stop, NOW.plusSeconds(9))))
                .isEqualTo(NOW.plusSeconds(9).plusMillis(999));
        assertThat(act(of(stop, null))).isEqualTo(NOW.plusMillis(999));
        assertThat(act(of(stop, THEN))).isEqualTo(LAST_OF_THEN);
    }

    @Test
    @DisplayName("S-12: the platform tells whole seconds, and within one of them the opt-out is the last word")
    void within_a_second() {
        Consents agreed = Consents.NONE
                .after(new ConsentAct.Granted(
                        Grant.of(PURPOSE, new Evidence(THEN.plusMillis(500), "signup", null, null, null, "form"))))
                .consents();

        Consents after = agreed.after(written("stop", null).acts().get(0)).consents();

        assertThat(after.inForce(PURPOSE, false, NOW)).isNotNull();
    }

    private static @Nullable Instant act(Signals.Signal signal) {
        return signal.acts().isEmpty() ? null : signal.acts().get(0).evidence().act();
    }
}
