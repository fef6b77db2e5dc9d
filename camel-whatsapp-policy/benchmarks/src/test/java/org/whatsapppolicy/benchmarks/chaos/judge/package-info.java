/** What the judge finds, and what it lets pass. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.judge;

import org.jspecify.annotations.NullMarked;
