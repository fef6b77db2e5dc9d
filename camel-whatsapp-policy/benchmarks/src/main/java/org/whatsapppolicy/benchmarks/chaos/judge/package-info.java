/** Judges the promises of the design by what the platform, the wire, the driver and the database say. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.judge;

import org.jspecify.annotations.NullMarked;
