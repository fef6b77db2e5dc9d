/**
 * The policy document: what it may say, what it means, and how its mistakes are told. Front door:
 * {@link org.whatsapppolicy.policy.document.PolicyDocumentReader}.
 */
@NullMarked
package org.whatsapppolicy.policy.document;

import org.jspecify.annotations.NullMarked;
