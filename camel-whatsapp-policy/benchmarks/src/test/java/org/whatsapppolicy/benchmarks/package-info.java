/** Whether the benchmarks still run. */
@NullMarked
package org.whatsapppolicy.benchmarks;

import org.jspecify.annotations.NullMarked;
