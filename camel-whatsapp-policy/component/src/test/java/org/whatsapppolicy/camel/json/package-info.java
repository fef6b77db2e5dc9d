/** JSON that other readers must understand. */
@NullMarked
package org.whatsapppolicy.camel.json;

import org.jspecify.annotations.NullMarked;
