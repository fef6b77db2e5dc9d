package org.whatsapppolicy.policy.document;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.consent.ConsentAct;
import org.whatsapppolicy.policy.message.MessageContent;

/**
 * How opt-outs are heard, and what people are told by the policy itself. No words means that nothing is told.
 *
 * @param intakeExternal whether opt-outs are heard by other means than this installation (S-20)
 * @param reply confirms an opt-out that was typed or tapped in the chat (S-17)
 * @param help names a human contact (S-19)
 * @param helpTo endpoint URI that gets what asks for help, or null (S-19)
 * @param ask asks back after an answer that may be an opt-out, with two buttons (S-18)
 * @param holdFor how long an answer that may be an opt-out holds proactive messages (S-18)
 * @param statusWithin how long messages may be accepted without any status before marketing pauses; null for any time (S-20)
 */
public record OptOutRules(
        boolean intakeExternal,
        ByLanguage<MessageContent> reply,
        ByLanguage<MessageContent> help,
        @Nullable String helpTo,
        ByLanguage<MessageContent> ask,
        Duration holdFor,
        @Nullable Duration statusWithin) {

    /** How long S-20 waits for a status when the document does not say. */
    public static final Duration STATUS_WITHIN = Duration.ofMinutes(15);

    /** Of a document that says nothing. */
    public static final OptOutRules DEFAULT = new OptOutRules(
            false,
            ByLanguage.none(),
            ByLanguage.none(),
            null,
            ByLanguage.none(),
            ConsentAct.Questioned.HOLD,
            STATUS_WITHIN);

    /** Payload of the button that answers a question with an opt-out. */
    public static final String STOP = "opt-out";

    /** Payload of the button that answers a question with the wish to go on. */
    public static final String KEEP = "keep-messages";
}
