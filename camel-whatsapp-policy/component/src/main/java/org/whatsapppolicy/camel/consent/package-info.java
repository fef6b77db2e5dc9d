/**
 * Consent asked from outside before a decision (M-10). Front door:
 * {@link org.whatsapppolicy.camel.consent.OutsideConsents}.
 */
@NullMarked
package org.whatsapppolicy.camel.consent;

import org.jspecify.annotations.NullMarked;
