/**
 * TCP between nodes, platform and database, on one thread: what was written first is seen first, and lines are cut, delayed and
 * watched on purpose. Front door: {@link org.whatsapppolicy.benchmarks.chaos.wire.Wire}.
 */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.wire;

import org.jspecify.annotations.NullMarked;
