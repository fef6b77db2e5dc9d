package org.whatsapppolicy.policy.document;

/** The legal ground on which a purpose messages people (S-10). Recorded, never a substitute for the platform's opt-in. */
public enum Basis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    LEGITIMATE_INTEREST
}
