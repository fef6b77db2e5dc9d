/** Bearer tokens, their expiry, their revocation and what they may touch. */
@NullMarked
package org.whatsapppolicy.simulator.token;

import org.jspecify.annotations.NullMarked;
