/**
 * The way of one message: permit and token, decision, request, outcome. Routes and the dispatcher go the same way.
 * Front door: {@link org.whatsapppolicy.camel.send.Messenger}.
 */
@NullMarked
package org.whatsapppolicy.camel.send;

import org.jspecify.annotations.NullMarked;
