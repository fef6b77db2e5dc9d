package org.whatsapppolicy.simulator.page;

import io.vertx.core.buffer.Buffer;

/** One file of the page. */
public record PageFile(String contentType, Buffer content) {

    /**
     * What goes with every file: it may load from and speak to its own port only, runs no script but its own files, and
     * stands in nobody's frame.
     */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
