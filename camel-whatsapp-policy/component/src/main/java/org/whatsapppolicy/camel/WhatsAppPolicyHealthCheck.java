package org.whatsapppolicy.camel;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.whatsapppolicy.policy.document.PolicyDocument;

/** Reads what is known anyway, and asks nobody: the policy in force, the store, and what waits. */
final class WhatsAppPolicyHealthCheck extends AbstractHealthCheck {

    private final PolicyService service;

    WhatsAppPolicyHealthCheck(PolicyService service, String id) {
        super("camel", id);
        this.service = service;
    }

    /** A restart mends none of what it finds. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        PolicyDocument document = service.policy().document();
        result.detail("policy.revision", document.revision());
        result.detail("policy.hash", document.hash());
        result.detail("policy.ownIgnored", service.policy().ownIgnored());
        result.detail("waiting", service.messenger().waiting());
        result.detail("outcomes.unrecorded", service.messenger().unsettled());
        String refused = service.reload().refused();
        if (refused != null) {
            result.detail("policy.refused", refused);
        }
        String paused = service.ear().paused();
        if (paused != null) {
            result.detail("marketing.paused", paused);
        }
        if (!service.ear().strangers().foreign().isEmpty()) {
            result.detail(
                    "senders.foreign",
                    String.join(",", service.ear().strangers().foreign()));
        }
        if (service.ear().strangers().restored()) {
            result.detail("store.restored", "the platform reports messages that the store does not know");
        }
        if (service.messenger().storeAway()) {
            result.message("The store cannot be used: nothing is decided and nothing is sent");
            result.down();
        } else {
            result.up();
        }
    }
}
