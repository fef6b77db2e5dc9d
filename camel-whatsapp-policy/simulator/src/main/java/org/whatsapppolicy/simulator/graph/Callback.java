package org.whatsapppolicy.simulator.graph;

import java.net.URI;
import java.net.URISyntaxException;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;

/** An address for webhooks, as clients name it. */
public final class Callback {

    private Callback() {}

    /**
     * Reads it. Only {@code http} is taken, as webhooks stay on the machine.
     *
     * @throws Refused with 100 when it is no such address
     */
    public static URI of(String written, String parameter) {
        try {
            URI uri = new URI(written);
            if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Answered below, like any other text that is no address.
        }
        throw GraphErrors.badParameter("Param " + parameter + " must be an http address with a host.");
    }
}
