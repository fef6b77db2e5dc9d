/** How long the engine takes for one decision, and how much garbage it leaves. */
@NullMarked
package org.whatsapppolicy.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
