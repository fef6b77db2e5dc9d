/** The databases of the contestants, set to keep what they acknowledge, and what they say of it themselves. */
@NullMarked
package org.whatsapppolicy.benchmarks.database;

import org.jspecify.annotations.NullMarked;
