/** What a transport can know of a request's fate. */
@NullMarked
package org.whatsapppolicy.camel.webhook;

import org.jspecify.annotations.NullMarked;
