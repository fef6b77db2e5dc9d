package org.whatsapppolicy.policy.document;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * What the policy sends by itself. Each goes through the same decision, ledger and limits as any message, under a purpose that
 * no document can declare, because its name holds a colon.
 */
public enum OwnMessage {
    /** Confirms an opt-out (S-17). */
    CONFIRMATION("reply:opt-out", Duration.ofMinutes(5), Duration.ofDays(1)),
    /** Names a human contact to somebody who asked for help (S-19). */
    HELP("reply:help", Duration.ofHours(1), Duration.ofHours(1)),
    /** Asks what an unclear answer meant (S-18). */
    QUESTION("reply:question", Duration.ofHours(1), Duration.ofDays(1)),
    /** Asks to confirm consent, the second step of a double opt-in (S-13). */
    CONSENT_REQUEST("ask:", Duration.ofDays(2), Duration.ofDays(30));

    private final String name;
    private final Duration soon;
    private final Duration spacing;

    OwnMessage(String name, Duration soon, Duration spacing) {
        this.name = name;
        this.soon = soon;
        this.spacing = spacing;
    }

    /** Which of them goes under that purpose, or null for a purpose of the document. */
    public static @Nullable OwnMessage of(String purpose) {
        if (purpose.indexOf(':') < 0) {
            return null;
        }
        for (OwnMessage own : values()) {
            boolean meant = own == CONSENT_REQUEST ? purpose.startsWith(own.name) : purpose.equals(own.name);
            if (meant) {
                return own;
            }
        }
        return null;
    }

    /** Name of the purpose under which a reply goes. */
    public String purpose() {
        return name;
    }

    /** Name of the purpose under which the consent to {@code purpose} is asked for. */
    public static String request(String purpose) {
        return CONSENT_REQUEST.name + purpose;
    }

    /** The purpose of the document whose consent counts: the one that is asked for, else the purpose itself. */
    public static String subject(String purpose) {
        return of(purpose) == CONSENT_REQUEST ? purpose.substring(CONSENT_REQUEST.name.length()) : purpose;
    }

    /** How long after what it answers it may still go. */
    public Duration soon() {
        return soon;
    }

    /** In which time one person gets it once at most. */
    public Duration spacing() {
        return spacing;
    }

    /** In which words it goes; none when the document does not want it. */
    public ByLanguage<MessageContent> words(OptOutRules rules) {
        return switch (this) {
            case CONFIRMATION -> rules.reply();
            case HELP -> rules.help();
            case QUESTION -> rules.ask();
            case CONSENT_REQUEST -> ByLanguage.none();
        };
    }

    /** As a purpose, or null when that document does not want it. */
    static @Nullable Purpose in(PolicyDocument document, String name) {
        OwnMessage own = of(name);
        if (own == null) {
            return null;
        }
        if (own == CONSENT_REQUEST) {
            Purpose asked = document.purposes().get(subject(name));
            TemplateRef ask = asked == null ? null : asked.consent().ask();
            return asked == null || ask == null ? null : own.asking(name, asked, ask);
        }
        return own.words(document.optOut()).isEmpty() ? null : own.replying(document);
    }

    private Purpose replying(PolicyDocument document) {
        return new Purpose(
                name,
                document.senders().keySet().stream().sorted().findFirst().orElse(""),
                Category.SERVICE,
                Basis.LEGITIMATE_INTEREST,
                ConsentRule.of(ConsentKind.CONVERSATION),
                Set.of(),
                List.of(),
                QuietHours.NONE,
                WhenLimited.DEFER,
                soon,
                PurposeSection.MAX_WAIT,
                WhenUnknown.HOLD,
                false,
                Set.of(),
                null,
                null,
                Set.of(),
                null,
                false);
    }

    private Purpose asking(String own, Purpose asked, TemplateRef ask) {
        return new Purpose(
                own,
                asked.sender(),
                Category.UTILITY,
                asked.basis(),
                ConsentRule.of(ConsentKind.OPT_IN),
                Set.of(ask.name()),
                List.of(new Cap.Rolling(1, spacing, false)),
                asked.quietHours(),
                asked.whenLimited(),
                asked.expireAfter(),
                asked.maxWait(),
                WhenUnknown.HOLD,
                false,
                Set.of(),
                asked.region(),
                asked.zone(),
                Set.of(),
                null,
                false);
    }
}
