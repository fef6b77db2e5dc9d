/**
 * Holidays by country (S-27), as rules in a data file. Front door: {@link org.whatsapppolicy.policy.calendar.Holidays}.
 */
@NullMarked
package org.whatsapppolicy.policy.calendar;

import org.jspecify.annotations.NullMarked;
