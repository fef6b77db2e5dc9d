/** Coverage-guided fuzzing of what strangers can send: {@code FuzzTest} runs it for a short time, or as long as one likes. */
@NullMarked
package org.whatsapppolicy.camel.fuzz;

import org.jspecify.annotations.NullMarked;
