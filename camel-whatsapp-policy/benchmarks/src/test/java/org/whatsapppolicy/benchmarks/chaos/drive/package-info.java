/** Single mishaps of the chaos run, in an order that a test gives. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.drive;

import org.jspecify.annotations.NullMarked;
