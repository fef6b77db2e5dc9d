/** Interactive messages: one class for each value of {@code interactive.type}. */
@NullMarked
package org.whatsapppolicy.simulator.message.interactive;

import org.jspecify.annotations.NullMarked;
