/**
 * Who is whom: what it means that addresses were seen together, or that somebody left one (S-22, S-23). Front door:
 * {@link org.whatsapppolicy.policy.identity.Joining}.
 */
@NullMarked
package org.whatsapppolicy.policy.identity;

import org.jspecify.annotations.NullMarked;
