/**
 * Access tokens that may be rotated while we run. Front door:
 * {@link org.whatsapppolicy.camel.token.AccessToken}.
 */
@NullMarked
package org.whatsapppolicy.camel.token;

import org.jspecify.annotations.NullMarked;
