package org.whatsapppolicy.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ContextServicePlugin;

/**
 * Found by Camel when a context starts, before there are any routes: from then on no route gets {@code CamelWhatsAppPolicy*}
 * headers from outside (S-42). Nothing has to be configured. In OSGi, where services of this kind are not found, the component
 * does the same for the routes that come after it.
 */
public final class OutsideHeadersPlugin implements ContextServicePlugin {

    /** Made by Camel. */
    public OutsideHeadersPlugin() {}

    @Override
    public void load(CamelContext context) {
        OutsideHeaders.watch(context);
    }
}
