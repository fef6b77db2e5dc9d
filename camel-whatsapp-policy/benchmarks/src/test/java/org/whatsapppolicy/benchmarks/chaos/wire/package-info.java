/** What the wire sees of bytes that a test writes. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.wire;

import org.jspecify.annotations.NullMarked;
