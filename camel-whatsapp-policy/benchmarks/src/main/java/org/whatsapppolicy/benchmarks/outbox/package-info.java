/** What is held: how fast it is taken, how fast it leaves, and what it costs everybody else. */
@NullMarked
package org.whatsapppolicy.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
