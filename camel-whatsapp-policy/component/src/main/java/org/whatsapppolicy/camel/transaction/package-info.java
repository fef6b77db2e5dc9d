/** Messages that belong to the transactions of routes. */
@NullMarked
package org.whatsapppolicy.camel.transaction;

import org.jspecify.annotations.NullMarked;
