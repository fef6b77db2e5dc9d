/** Readable examples for the tests of every module. Front door: {@link org.whatsapppolicy.policy.Examples}. */
@NullMarked
package org.whatsapppolicy.policy;

import org.jspecify.annotations.NullMarked;
