/**
 * The chaos run: nodes as processes on one database, killed, stopped and cut off while people write and opt out, and a judge who
 * compares what was promised with what happened. Front door: {@link org.whatsapppolicy.benchmarks.chaos.ChaosRun}.
 */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
