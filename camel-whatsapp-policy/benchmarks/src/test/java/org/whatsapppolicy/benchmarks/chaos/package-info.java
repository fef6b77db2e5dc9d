/** The chaos run as part of the build, and proof that its judge can find something. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
