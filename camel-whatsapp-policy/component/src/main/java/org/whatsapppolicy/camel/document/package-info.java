/**
 * The policy document in force, read at start and followed when another node brings a newer one (S-7). Front door:
 * {@link org.whatsapppolicy.camel.document.PolicyInForce}.
 */
@NullMarked
package org.whatsapppolicy.camel.document;

import org.jspecify.annotations.NullMarked;
