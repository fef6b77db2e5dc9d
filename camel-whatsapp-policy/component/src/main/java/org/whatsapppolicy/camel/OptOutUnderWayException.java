package org.whatsapppolicy.camel;

import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;

/**
 * An opt-out is recorded and in force, but a request to that person that was begun before may still be on its way (S-21). To
 * pass the same text on again does no harm.
 */
public class OptOutUnderWayException extends CamelExchangeException {

    private static final long serialVersionUID = 1L;

    OptOutUnderWayException(Exchange exchange, long millis) {
        super(
                "The opt-out is recorded and in force; a request to that person that was begun before it was still under way"
                        + " after " + millis + " ms, so that one more message may arrive",
                exchange);
    }
}
