/**
 * The component {@code whatsapp-policy}: URIs, headers, lifecycle. Translates between exchanges and the core, and decides
 * nothing. Front door: {@link org.whatsapppolicy.camel.WhatsAppPolicyComponent}.
 */
@NullMarked
package org.whatsapppolicy.camel;

import org.jspecify.annotations.NullMarked;
