package org.whatsapppolicy.policy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.optout.Intent;
import org.whatsapppolicy.policy.optout.IntentRecogniser;

/** S-16 and S-18: what people say and choose, as acts of consent. */
class SignalsTest {

    private static final Instant NOW = Instant.parse("2026-03-24T12:00:00Z");
    private static final Instant THEN = NOW.minusSeconds(30);
    private final Signals signals = new Signals(IntentRecogniser.standard());

    private Signals.Signal of(Told told) {
        return of(told, THEN);
    }

    private Signals.Signal of(Told told, @Nullable Instant at) {
        return signals.of(
                new InboundEvent(EventKind.MESSAGE, "k", "messages", null, List.of(), at, told, Map.of(), Map.of()),
                NOW);
    }

    private Signals.Signal written(@Nullable String text, @Nullable String choice) {
        return of(new Told.Written("wamid.1", "text", text, choice, true));
    }

    private static ConsentAct withdrawn(Scope scope, String source) {
        return new ConsentAct.Withdrawn(scope, new Evidence(THEN, source, null, null, null, "wamid.1"));
    }

    @Test
    @DisplayName("S-16: a typed stop ends everything proactive")
    void typed() {
        assertThat(written("STOP", null).act()).isEqualTo(withdrawn(Scope.ALL, "keyword"));
        assertThat(written("parar", null).intent()).isEqualTo(Intent.OPT_OUT);
        assertThat(written("parar", null).by()).isNotNull();
        assertThat(written("Where is my parcel?", null)).isEqualTo(Signals.Signal.NONE);
        assertThat(written(null, null)).isEqualTo(Signals.Signal.NONE);
    }

    @Test
    @DisplayName("S-16: a button ends what its payload declares, else everything")
    void tapped() {
        assertThat(written("Sair", "opt-out:purpose:newsletter").act())
                .isEqualTo(withdrawn(Scope.purpose("newsletter"), "button"));
        assertThat(written("x", "opt-out:marketing").act()).isEqualTo(withdrawn(Scope.MARKETING, "button"));
        assertThat(written("x", "opt-out").act()).isEqualTo(withdrawn(Scope.ALL, "button"));
        assertThat(written("Stop", "b-17").act()).isEqualTo(withdrawn(Scope.ALL, "button"));
        assertThat(written("\uD83D\uDC4B", "STOP").act()).isEqualTo(withdrawn(Scope.ALL, "button"));
        // Meant as one, and not to be read: it ends everything.
        assertThat(written("Yes, please", "opt-out:purpose:News letter").act())
                .isEqualTo(withdrawn(Scope.ALL, "button"));
        assertThat(written("Yes, please", "b-17").act()).isNull();
    }

    @Test
    @DisplayName("S-16: the app's menu and error 131050 end marketing; the menu's resume takes that back")
    void chosen() {
        Evidence menu = new Evidence(THEN, "user-preferences", null, null, null, "k");
        assertThat(of(new Told.Chose(Told.Choice.STOP)).act())
                .isEqualTo(new ConsentAct.Withdrawn(Scope.MARKETING, menu));
        assertThat(of(new Told.Chose(Told.Choice.RESUME)).act()).isEqualTo(new ConsentAct.Resumed(menu));
        assertThat(of(new Told.Chose(Told.Choice.SIGN_UP)).act()).isNull();
        Told refused = new Told.Moved("wamid.1", new UUID(1, 1), MessageState.FAILED, List.of(131050));
        assertThat(of(refused).act()).isEqualTo(withdrawn(Scope.MARKETING, "error-131050"));
        Told undelivered = new Told.Moved("wamid.1", null, MessageState.FAILED, List.of(131026));
        assertThat(of(undelivered).act()).isNull();
    }

    @Test
    @DisplayName("S-18: what is unclear holds for 72 hours from now")
    void unclear() {
        Signals.Signal signal = written("cancel", null);
        assertThat(signal.intent()).isIn(Intent.AMBIGUOUS, Intent.OPT_OUT);
        if (signal.act() instanceof ConsentAct.Questioned questioned) {
            assertThat(questioned.until()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        }
    }

    @Test
    @DisplayName("S-12: the act's own time counts, but nobody acts in the future")
    void time() {
        Told stop = new Told.Written("wamid.1", "text", "stop", null, true);
        assertThat(act(of(stop, NOW.plusSeconds(9)))).isEqualTo(NOW);
        assertThat(act(of(stop, null))).isEqualTo(NOW);
        assertThat(act(of(stop, THEN))).isEqualTo(THEN);
    }

    private static @Nullable Instant act(Signals.Signal signal) {
        return signal.act() == null ? null : signal.act().evidence().act();
    }
}
