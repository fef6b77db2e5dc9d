package org.whatsapppolicy.policy.rule;

/**
 * A code that a reason can carry. Codes are stable: routes, dashboards and auditors rely on them.
 *
 * @param code kebab-case
 * @param text one sentence for people, saying what was found
 */
public record ReasonCode(String code, String text) {}
