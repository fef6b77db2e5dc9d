/** What waits, and what begins. */
@NullMarked
package org.whatsapppolicy.camel.send;

import org.jspecify.annotations.NullMarked;
