/** Shared numbers: who may answer a person at the moment, and the contact book of phone numbers and user ids. */
@NullMarked
package org.whatsapppolicy.simulator.thread;

import org.jspecify.annotations.NullMarked;
