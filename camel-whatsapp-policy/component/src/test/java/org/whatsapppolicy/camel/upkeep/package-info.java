/** What is past its retention. */
@NullMarked
package org.whatsapppolicy.camel.upkeep;

import org.jspecify.annotations.NullMarked;
