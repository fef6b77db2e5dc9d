/** The types of message with a content of their own, and what all types share: fields, media, the checked content. */
@NullMarked
package org.whatsapppolicy.simulator.message.type;

import org.jspecify.annotations.NullMarked;
