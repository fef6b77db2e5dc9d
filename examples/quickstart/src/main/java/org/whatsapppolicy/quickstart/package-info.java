/** A CRM export and a billing table, messaged on WhatsApp through the policy, against the simulator. */
@NullMarked
package org.whatsapppolicy.quickstart;

import org.jspecify.annotations.NullMarked;
