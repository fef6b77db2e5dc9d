package org.whatsapppolicy.benchmarks.chaos.drive;

import org.whatsapppolicy.benchmarks.chaos.wire.HttpMessage;

/**
 * A webhook that was answered, and whose answer the platform got.
 *
 * @param delivery what was posted
 * @param answer what a node said
 */
public record Receipt(HttpMessage delivery, HttpMessage answer) {

    /** Whether it is the 200 to a delivery of that message. */
    public boolean acknowledges(String wamid) {
        // In JSON as the platform writes it.
        return answer.status() == 200 && delivery.text().contains('"' + wamid.replace("/", "\\/") + '"');
    }
}
