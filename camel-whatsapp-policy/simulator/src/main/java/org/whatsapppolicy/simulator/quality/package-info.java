/** Quality of numbers and templates, and what follows from it. How the platform judges is its secret; this is a guess. */
@NullMarked
package org.whatsapppolicy.simulator.quality;

import org.jspecify.annotations.NullMarked;
