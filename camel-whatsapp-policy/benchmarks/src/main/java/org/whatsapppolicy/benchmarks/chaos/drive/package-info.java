/** The world of a chaos run, those who act in it, and what goes wrong on purpose. All of it is written down. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.drive;

import org.jspecify.annotations.NullMarked;
