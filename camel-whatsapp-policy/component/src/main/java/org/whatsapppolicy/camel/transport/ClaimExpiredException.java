package org.whatsapppolicy.camel.transport;

import java.io.IOException;

/** The claim ran out before the first byte (M-2): nothing was written. */
public final class ClaimExpiredException extends IOException {

    private static final long serialVersionUID = 1L;

    ClaimExpiredException() {
        super("the claim ran out before the request was begun");
    }
}
