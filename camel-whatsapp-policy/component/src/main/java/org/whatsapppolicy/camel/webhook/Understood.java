package org.whatsapppolicy.camel.webhook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.inbound.InboundEvent;
import org.whatsapppolicy.policy.inbound.Signals.Signal;

/**
 * What of a delivery calls for more than its record. Filled while it is read.
 *
 * @param optedOut who wants nothing more
 * @param heard what the policy may answer by itself
 * @param templates what the platform tells of templates
 * @param unknown words of buttons that name no purpose of the document
 * @param statuses of messages that were sent
 */
record Understood(
        Set<Recipient> optedOut,
        List<Heard> heard,
        List<InboundEvent> templates,
        Set<String> unknown,
        List<InboundEvent> statuses) {

    /** Nothing yet. */
    Understood() {
        this(new HashSet<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>());
    }

    /**
     * What the policy may answer by itself.
     *
     * @param receipt which of the receipts it is
     */
    record Heard(InboundEvent event, Signal signal, int receipt) {}
}
