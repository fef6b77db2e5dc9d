/** What a person means by an inbound text: an opt-out, an opt-in, a call for help, or nothing of that kind (S-16 to S-19). */
@NullMarked
package org.whatsapppolicy.policy.optout;

import org.jspecify.annotations.NullMarked;
