/** Media: uploaded files, files people sent, how long they live, and how they are fetched. */
@NullMarked
package org.whatsapppolicy.simulator.media;

import org.jspecify.annotations.NullMarked;
