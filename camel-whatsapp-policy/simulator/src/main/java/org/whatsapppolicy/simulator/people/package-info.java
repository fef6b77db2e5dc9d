/** The people at the other end: what they write, their service windows, and how they take messages. */
@NullMarked
package org.whatsapppolicy.simulator.people;

import org.jspecify.annotations.NullMarked;
