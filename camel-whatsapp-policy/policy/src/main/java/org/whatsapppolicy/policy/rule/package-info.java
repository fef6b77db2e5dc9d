/**
 * The rules and the engine that runs them in order. Front door: {@link org.whatsapppolicy.policy.rule.PolicyEngine}.
 */
@NullMarked
package org.whatsapppolicy.policy.rule;

import org.jspecify.annotations.NullMarked;
