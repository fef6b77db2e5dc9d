/**
 * What a person agreed to and took back, and which act counts when they disagree. Front door:
 * {@link org.whatsapppolicy.policy.consent.Consents}.
 */
@NullMarked
package org.whatsapppolicy.policy.consent;

import org.jspecify.annotations.NullMarked;
