/** The promise that an opt-out is final, proven with several nodes on one database. */
@NullMarked
package org.whatsapppolicy.benchmarks.optout;

import org.jspecify.annotations.NullMarked;
