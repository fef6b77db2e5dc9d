/** What a route sees, and what is really sent, when the database is away, cut, slow, read-only, full or silent. */
@NullMarked
package org.whatsapppolicy.benchmarks.trouble;

import org.jspecify.annotations.NullMarked;
