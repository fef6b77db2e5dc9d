/** Routes that do the same job in different ways, under the same load, against the same simulator. */
@NullMarked
package org.whatsapppolicy.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
