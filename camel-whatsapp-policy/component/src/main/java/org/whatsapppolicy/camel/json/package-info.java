/**
 * JSON on the wire. Front door: {@link org.whatsapppolicy.camel.json.Json}.
 */
@NullMarked
package org.whatsapppolicy.camel.json;

import org.jspecify.annotations.NullMarked;
