/** What all endpoints of the Graph API have in common: their path, the call, the answer, fields and pages. */
@NullMarked
package org.whatsapppolicy.simulator.graph;

import org.jspecify.annotations.NullMarked;
