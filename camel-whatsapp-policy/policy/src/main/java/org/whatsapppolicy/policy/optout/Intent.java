package org.whatsapppolicy.policy.optout;

/** What a person means by a text, as far as the policy is concerned. */
public enum Intent {
    /** They want no more messages, unmistakably. */
    OPT_OUT,
    /** They want messages again. Whether a keyword is enough for that, the purpose decides. */
    OPT_IN,
    /** They ask for help with the messages themselves (S-19). */
    HELP,
    /** It may be an opt-out, and a person would have to look: holds proactive messages (S-18). */
    AMBIGUOUS,
    /** Nothing of the kind. */
    NONE
}
