/** What the judge finds in evidence that a test makes up, and what it lets pass. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.judge;

import org.jspecify.annotations.NullMarked;
