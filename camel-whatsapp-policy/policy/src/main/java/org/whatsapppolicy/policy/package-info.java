/** . */
@NullMarked
package org.whatsapppolicy.policy;

import org.jspecify.annotations.NullMarked;
