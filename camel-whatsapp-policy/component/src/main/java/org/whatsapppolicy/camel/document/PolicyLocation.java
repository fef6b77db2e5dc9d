package org.whatsapppolicy.camel.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/**
 * Where the policy document is.
 *
 * @param context resolves {@code location}
 * @param location classpath:, file: or any other resource location
 */
public record PolicyLocation(CamelContext context, String location) {

    /**
     * Its text as it is now.
     *
     * @throws IllegalArgumentException when it cannot be read, saying which option to set
     */
    public String text() {
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, location)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "whatsapp-policy has no policy document: " + location + " cannot be read (" + e.getMessage()
                            + "). Set camel.component.whatsapp-policy.policy, such as file:whatsapp-policy.yaml",
                    e);
        }
    }

    /** What errors call it. */
    public String name() {
        String path = location.substring(location.indexOf(':') + 1);
        return path.isEmpty() ? location : path;
    }
}
