package org.whatsapppolicy.policy.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.optout.Intent;
import org.whatsapppolicy.policy.optout.IntentRecogniser;
import org.whatsapppolicy.policy.optout.Match;
import org.whatsapppolicy.policy.optout.Recognition;

/**
 * What an event changes of a person's consent (S-16 to S-18), and what their words were taken for. Pure; thread-safe.
 */
public final class Signals {

    /** How long an ambiguous answer holds proactive messages when nobody clears it up (S-18). */
    private static final Duration HOLD = Duration.ofDays(3);
    /** The person stopped offers in the app (platform page on errors): a refusal that is an opt-out. */
    private static final int STOPPED_OFFERS = 131050;

    private final IntentRecogniser recogniser;

    public Signals(IntentRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * Judges an event.
     *
     * @param event what came
     * @param now the store's clock, for events that do not tell their own time
     */
    public Signal of(InboundEvent event, Instant now) {
        Told told = event.told();
        // The platform's clock decides what came first, but nobody acts in the future.
        Instant at = event.at() == null || event.at().isAfter(now) ? now : event.at();
        if (told instanceof Told.Written written) {
            return written(written, at, now);
        }
        if (told instanceof Told.Chose chose) {
            return Signal.of(menu(chose.choice(), at, event.key()));
        }
        if (told instanceof Told.Moved moved
                && moved.state() == MessageState.FAILED
                && moved.codes().contains(STOPPED_OFFERS)) {
            return Signal.of(withdrawn(Scope.MARKETING, evidence(at, "error-131050", moved.wamid())));
        }
        return Signal.NONE;
    }

    private Signal written(Told.Written written, Instant at, Instant now) {
        boolean tapped = written.choice() != null;
        Scope declared = DeclaredScope.of(written.choice());
        if (declared != null) {
            Evidence evidence = evidence(at, "button", written.wamid());
            return new Signal(Intent.OPT_OUT, "payload", withdrawn(declared, evidence));
        }
        Recognition words = recognition(written.text(), written.choice());
        ConsentAct act =
                switch (words.intent()) {
                    case OPT_OUT -> withdrawn(Scope.ALL, evidence(at, tapped ? "button" : "keyword", written.wamid()));
                    case AMBIGUOUS ->
                        new ConsentAct.Questioned(now.plus(HOLD), evidence(at, "keyword", written.wamid()));
                    case OPT_IN, HELP, NONE -> null;
                };
        return new Signal(words.intent(), words.match().map(Match::toString).orElse(null), act);
    }

    /** What is typed counts first; a payload is looked at too, because labels may be pictures or names. */
    private Recognition recognition(@Nullable String text, @Nullable String choice) {
        Recognition words = recogniser.recognise(text == null ? "" : text);
        return words.intent() == Intent.NONE && choice != null ? recogniser.recognise(choice) : words;
    }

    private static @Nullable ConsentAct menu(Told.Choice choice, Instant at, String reference) {
        Evidence evidence = evidence(at, "user-preferences", reference);
        return switch (choice) {
            case STOP -> withdrawn(Scope.MARKETING, evidence);
            case RESUME -> new ConsentAct.Resumed(evidence);
            // Signing up is a grant only where a purpose says so: the route decides.
            case SIGN_UP -> null;
        };
    }

    private static ConsentAct withdrawn(Scope scope, Evidence evidence) {
        return new ConsentAct.Withdrawn(scope, evidence);
    }

    private static Evidence evidence(Instant at, String source, String reference) {
        return new Evidence(at, source, null, null, null, reference);
    }

    /**
     * What an event means.
     *
     * @param intent what the person's words were taken for; NONE also when there were none
     * @param by the rule it rests on, or null; holds none of the words
     * @param act what it changes of their consent, or null
     */
    public record Signal(
            Intent intent, @Nullable String by, @Nullable ConsentAct act) {

        static final Signal NONE = new Signal(Intent.NONE, null, null);

        static Signal of(@Nullable ConsentAct act) {
            return new Signal(Intent.NONE, null, act);
        }

        /** As a list, for those who record it. */
        public List<ConsentAct> acts() {
            return act == null ? List.of() : List.of(act);
        }
    }
}
