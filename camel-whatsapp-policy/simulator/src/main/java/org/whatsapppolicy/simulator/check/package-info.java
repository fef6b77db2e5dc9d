/**
 * Questions a test asks about people: what they were sent, what became of it, what they answered. A failure tells the
 * story of the person in the order of time. Needs no test framework; failures are plain {@code AssertionError}s.
 */
@NullMarked
package org.whatsapppolicy.simulator.check;

import org.jspecify.annotations.NullMarked;
