/** What a template has to look like to be handed in, one class a component. */
@NullMarked
package org.whatsapppolicy.simulator.template.rule;

import org.jspecify.annotations.NullMarked;
