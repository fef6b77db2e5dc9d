/** The forms (Flows) that messages open, as far as their health decides whether they are sent. */
@NullMarked
package org.whatsapppolicy.simulator.flow;

import org.jspecify.annotations.NullMarked;
