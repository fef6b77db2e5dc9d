/**
 * The words of a decision: the request, the facts it is judged by, the verdict and its reasons. Values only.
 */
@NullMarked
package org.whatsapppolicy.policy.decision;

import org.jspecify.annotations.NullMarked;
