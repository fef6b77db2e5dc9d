/**
 * Templates as the platform or a declaring file knows them (S-4). Front door:
 * {@link org.whatsapppolicy.camel.template.Templates}.
 */
@NullMarked
package org.whatsapppolicy.camel.template;

import org.jspecify.annotations.NullMarked;
