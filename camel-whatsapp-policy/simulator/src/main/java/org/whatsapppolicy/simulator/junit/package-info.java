/**
 * The simulator in JUnit 5: {@code @WhatsAppSimulator} on a class, a method, a field or a parameter. JUnit itself is an
 * optional dependency; nothing outside this package needs it.
 */
@NullMarked
package org.whatsapppolicy.simulator.junit;

import org.jspecify.annotations.NullMarked;
