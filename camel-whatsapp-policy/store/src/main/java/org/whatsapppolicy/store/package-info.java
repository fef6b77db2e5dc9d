/** . */
@NullMarked
package org.whatsapppolicy.store;

import org.jspecify.annotations.NullMarked;
