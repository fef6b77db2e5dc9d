package org.whatsapppolicy.simulator;

import java.util.Base64;

/** The smallest picture there is. */
final class Pixel {

    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Pixel() {}
}
