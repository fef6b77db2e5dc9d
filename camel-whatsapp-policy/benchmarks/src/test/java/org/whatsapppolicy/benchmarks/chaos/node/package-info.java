/** How nodes are started. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.node;

import org.jspecify.annotations.NullMarked;
