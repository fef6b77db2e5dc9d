/** Message templates: their texts, their states, and what a send has to fill in. */
@NullMarked
package org.whatsapppolicy.simulator.template;

import org.jspecify.annotations.NullMarked;
