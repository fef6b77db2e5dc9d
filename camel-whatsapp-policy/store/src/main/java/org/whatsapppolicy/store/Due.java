package org.whatsapppolicy.store;

import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.policy.decision.SendRequest;

/**
 * A held message whose time has come.
 *
 * @param request as it was, with its attempt
 * @param decided what was decided of it in the same transaction; null when it is claimed only, to be decided later
 */
public record Due(SendRequest request, Admission.@Nullable Decided decided) {}
