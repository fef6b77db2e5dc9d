package org.whatsapppolicy.policy.inbound;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.consent.Evidence;
import org.whatsapppolicy.policy.consent.Scope;
import org.whatsapppolicy.policy.document.OptOutRules;
import org.whatsapppolicy.policy.document.OwnMessage;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.optout.Intent;
import org.whatsapppolicy.policy.optout.IntentRecogniser;
import org.whatsapppolicy.policy.optout.Match;
import org.whatsapppolicy.policy.optout.Recognition;

/**
 * What an event changes of a person's consent (S-12, S-16 to S-19), and what their words were taken for. Pure; thread-safe.
 */
public final class Signals {

    private static final String PAYLOAD = "payload";
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
     * @param document says by which acts people may agree, and to what
     * @param now the store's clock, for events that do not tell their own time
     */
    public Signal of(InboundEvent event, PolicyDocument document, Instant now) {
        return of(event, words(event), document, now);
    }

    /** What the person's words are taken for, which needs no clock: the costly part. Intent NONE where there are no words. */
    public Recognition words(InboundEvent event) {
        return event.told() instanceof Told.Written written
                ? recognition(written.text(), written.choice())
                : Recognition.NOTHING;
    }

    /**
     * Whether what it means depends on the store's clock: it tells no time of its own, or one from which a hold is counted, which
     * must not begin later than now.
     */
    public static boolean timed(InboundEvent event, Recognition words) {
        return event.at() == null || words.intent() == Intent.AMBIGUOUS;
    }

    /** The same as {@link #of(InboundEvent, PolicyDocument, Instant)} when {@link #words} were recognised before. */
    public Signal of(InboundEvent event, Recognition words, PolicyDocument document, Instant now) {
        Told told = event.told();
        Instant at = event.at() == null ? now : event.at();
        if (told instanceof Told.Written written) {
            return written(written, words, document, at, now);
        }
        if (told instanceof Told.Chose chose) {
            return Signal.of(menu(chose.choice(), document, evidence(at, "user-preferences", event.key())));
        }
        if (told instanceof Told.Moved moved
                && moved.state() == MessageState.FAILED
                && moved.codes().contains(STOPPED_OFFERS)) {
            return Signal.of(refused(STOPPED_OFFERS, at, moved.wamid()));
        }
        return Signal.NONE;
    }

    /**
     * What the platform's refusal of a message tells of the person it was for: nothing, or that they stopped offers (S-16).
     *
     * @param code the platform's error code
     * @param at when the refusal is known to have been true
     * @param reference of the message that was refused
     */
    public static List<ConsentAct> refused(int code, Instant at, String reference) {
        return code == STOPPED_OFFERS
                ? List.of(withdrawn(Scope.MARKETING, evidence(at, "error-" + code, reference)))
                : List.of();
    }

    private static Signal written(
            Told.Written written, Recognition words, PolicyDocument document, Instant at, Instant now) {
        String choice = written.choice();
        Evidence tapped = evidence(at, "button", written.wamid());
        DeclaredScope declared = DeclaredScope.of(choice, document);
        if (declared != null) {
            return signal(Intent.OPT_OUT, PAYLOAD, words, List.of(withdrawn(declared.scope(), tapped)))
                    .naming(declared.unknown());
        }
        String wanted = DeclaredOptIn.of(choice);
        if (wanted != null) {
            return signal(Intent.OPT_IN, PAYLOAD, words, OptIns.byButton(document, wanted, tapped))
                    .naming(document.purposes().containsKey(wanted) ? null : wanted);
        }
        if (OptOutRules.KEEP.equals(choice)) {
            return signal(Intent.OPT_IN, PAYLOAD, words, List.of(new ConsentAct.Kept(tapped)));
        }
        Evidence evidence = choice == null ? evidence(at, "keyword", written.wamid()) : tapped;
        List<ConsentAct> acts =
                switch (words.intent()) {
                    case OPT_OUT -> List.of(withdrawn(Scope.ALL, evidence));
                    case AMBIGUOUS -> List.of(ConsentAct.Questioned.by(at.isAfter(now) ? evidence.at(now) : evidence));
                    case OPT_IN -> OptIns.byKeyword(document, evidence);
                    case HELP, NONE -> List.of();
                };
        return signal(words.intent(), words.match().map(Match::toString).orElse(null), words, acts);
    }

    private static Signal signal(Intent intent, @Nullable String by, Recognition words, List<ConsentAct> acts) {
        return new Signal(intent, by, words.match().map(Match::languages).orElse(List.of()), acts, null);
    }

    /** What is typed counts first; a payload is looked at too, because labels may be pictures or names. */
    private Recognition recognition(@Nullable String text, @Nullable String choice) {
        Recognition words = recogniser.recognise(text == null ? "" : text);
        return words.intent() == Intent.NONE && choice != null ? recogniser.recognise(choice) : words;
    }

    private static List<ConsentAct> menu(Told.Choice choice, PolicyDocument document, Evidence evidence) {
        return switch (choice) {
            case STOP -> List.of(withdrawn(Scope.MARKETING, evidence));
            case RESUME -> List.of(new ConsentAct.Resumed(evidence));
            case SIGN_UP ->
                OptIns.bySignup(
                        document, new Evidence(evidence.act(), "signup", null, null, null, evidence.reference()));
        };
    }

    /** The platform tells whole seconds: of what happened within one of them, the opt-out counts as the last (S-12). */
    private static ConsentAct withdrawn(Scope scope, Evidence said) {
        return new ConsentAct.Withdrawn(scope, said.at(said.act().plusMillis(999)));
    }

    private static Evidence evidence(Instant at, String source, String reference) {
        return new Evidence(at, source, null, null, null, reference);
    }

    /**
     * What an event means.
     *
     * @param intent what the person's words were taken for; NONE also when there were none
     * @param by the rule it rests on, or null; holds none of the words
     * @param languages in which it may have been said: a word may belong to several; empty when there were no words
     * @param acts what it changes of their consent
     * @param unknown the purpose that the payload of a button names and the document does not know, an empty text when it is no
     *     name, else null
     */
    public record Signal(
            Intent intent,
            @Nullable String by,
            List<String> languages,
            List<ConsentAct> acts,
            @Nullable String unknown) {

        static final Signal NONE = new Signal(Intent.NONE, null, List.of(), List.of(), null);

        public Signal {
            languages = List.copyOf(languages);
            acts = List.copyOf(acts);
        }

        static Signal of(List<ConsentAct> acts) {
            return new Signal(Intent.NONE, null, List.of(), acts, null);
        }

        Signal naming(@Nullable String purpose) {
            return new Signal(intent, by, languages, acts, purpose);
        }

        /** Whether it takes consent back. */
        public boolean optsOut() {
            return acts.stream().anyMatch(ConsentAct.Withdrawn.class::isInstance);
        }

        /** What the policy may answer by itself, or null when that is nothing. */
        public @Nullable OwnMessage answer() {
            return switch (intent) {
                case OPT_OUT -> OwnMessage.CONFIRMATION;
                case HELP -> OwnMessage.HELP;
                case AMBIGUOUS -> OwnMessage.QUESTION;
                case OPT_IN, NONE -> null;
            };
        }
    }
}
