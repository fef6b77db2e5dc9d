/** One node of a chaos run: a process with the component, told by HTTP what to do. */
@NullMarked
package org.whatsapppolicy.benchmarks.chaos.node;

import org.jspecify.annotations.NullMarked;
