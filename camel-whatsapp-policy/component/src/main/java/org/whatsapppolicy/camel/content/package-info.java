/**
 * What a route carries, read as a message. Front door:
 * {@link org.whatsapppolicy.camel.content.BodyReader}.
 */
@NullMarked
package org.whatsapppolicy.camel.content;

import org.jspecify.annotations.NullMarked;
