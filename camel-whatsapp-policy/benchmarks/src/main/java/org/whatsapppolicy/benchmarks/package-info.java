/** Runs the benchmarks: the engine alone, and whole routes side by side. Front door: {@link org.whatsapppolicy.benchmarks.Benchmarks}. */
@NullMarked
package org.whatsapppolicy.benchmarks;

import org.jspecify.annotations.NullMarked;
