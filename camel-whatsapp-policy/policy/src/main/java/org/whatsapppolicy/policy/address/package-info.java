/**
 * Who is messaged: phone numbers and business-scoped user ids, read from whatever a CRM holds, and the time zones they
 * can lie in. Front door: {@link org.whatsapppolicy.policy.address.RecipientReader}.
 */
@NullMarked
package org.whatsapppolicy.policy.address;

import org.jspecify.annotations.NullMarked;
