/** Template messages: whether a send fills in an approved template as it has to be, and what comes of it. */
@NullMarked
package org.whatsapppolicy.simulator.message.template;

import org.jspecify.annotations.NullMarked;
