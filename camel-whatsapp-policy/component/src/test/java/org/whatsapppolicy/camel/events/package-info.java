/** Tests of how events are read. */
@NullMarked
package org.whatsapppolicy.camel.events;

import org.jspecify.annotations.NullMarked;
