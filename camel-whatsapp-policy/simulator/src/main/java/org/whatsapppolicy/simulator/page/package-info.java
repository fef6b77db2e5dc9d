/** What the page at {@code /} is made of, and the stream that keeps it up to date. */
@NullMarked
package org.whatsapppolicy.simulator.page;

import org.jspecify.annotations.NullMarked;
