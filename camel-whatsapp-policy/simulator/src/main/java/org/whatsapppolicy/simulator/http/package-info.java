/** The HTTP face: the listening port, the Graph paths, the control paths and the broken answers. */
@NullMarked
package org.whatsapppolicy.simulator.http;

import org.jspecify.annotations.NullMarked;
