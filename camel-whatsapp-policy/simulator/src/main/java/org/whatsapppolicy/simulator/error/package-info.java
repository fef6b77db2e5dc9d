/** The errors of the Graph API: their codes, HTTP statuses, texts and JSON shape. */
@NullMarked
package org.whatsapppolicy.simulator.error;

import org.jspecify.annotations.NullMarked;
