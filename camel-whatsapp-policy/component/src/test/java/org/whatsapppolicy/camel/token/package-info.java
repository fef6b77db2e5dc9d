/** Tokens that are rotated. */
@NullMarked
package org.whatsapppolicy.camel.token;

import org.jspecify.annotations.NullMarked;
