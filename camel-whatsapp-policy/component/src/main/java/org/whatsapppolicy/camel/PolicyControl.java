package org.whatsapppolicy.camel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.StaticService;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.decision.Stop;
import org.whatsapppolicy.policy.decision.Template;
import org.whatsapppolicy.policy.document.PolicyDocument;
import org.whatsapppolicy.store.Controls;
import org.whatsapppolicy.store.PolicyStore;

/**
 * What operators order, by a route or by JMX. Durable and in force for every node that shares the store; what people tell is
 * heard all the same. Blocks on the store. Thread-safe.
 */
@ManagedResource(description = "Stops and resumes sending, for every node that shares the store")
public final class PolicyControl implements StaticService {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyControl.class);

    private final PolicyStore store;
    private final Controls controls;
    private final PolicyInForce policy;
    private final Runnable due;

    /**
     * @param due is run when held messages became due
     */
    PolicyControl(PolicyStore store, PolicyInForce policy, Runnable due) {
        this.store = store;
        this.controls = store.controls();
        this.policy = policy;
        this.due = due;
    }

    /**
     * Stops what the scope covers, from the next decision on.
     *
     * @param scope {@code all}, or {@code sender:}, {@code purpose:} or {@code template:} and a name
     * @param by who orders it
     * @param why kept with the order
     * @return whether it was not stopped before
     */
    @ManagedOperation(description = "Stop all, or sender:, purpose: or template: and a name; say who and why")
    public boolean stopSending(String scope, String by, String why) {
        boolean stopped = controls.stop(known(scope), said("by", by), said("why", why));
        LOG.warn("{} stopped {}: {}", by, scope, why);
        return stopped;
    }

    /**
     * Takes a stop back. What it held is due now.
     *
     * @return whether it was stopped
     */
    @ManagedOperation(description = "Take a stop back; say who and why")
    public boolean resumeSending(String scope, String by, String why) {
        boolean resumed = controls.resume(said("scope", scope), said("by", by), said("why", why));
        LOG.warn("{} resumed {}: {}", by, scope, why);
        due.run();
        return resumed;
    }

    /**
     * Settles a message whose fate is unknown (S-38).
     *
     * @return whether it was unknown
     */
    boolean settle(UUID message, boolean sent, String by, String why) {
        boolean settled = controls.settle(message, sent, said("by", by), said("why", why));
        LOG.info("{} settled {} as {}: {}", by, message, sent ? "sent" : "not sent", why);
        return settled;
    }

    /**
     * Ends what an ambiguous answer of a person holds, after somebody read it (S-18).
     *
     * @return whether anything waited for that
     */
    boolean release(Recipient person, String by, String why) {
        boolean released = controls.release(person, said("by", by), said("why", why));
        LOG.info("{} released {}: {}", by, person.masked(), released ? "reviewed" : "nothing waited for it");
        due.run();
        return released;
    }

    /** What is stopped, for people. */
    @ManagedAttribute(description = "What is stopped, since when, by whom and why")
    public List<String> getStopped() {
        return stops().stream()
                .map(stop -> stop.scope() + " since " + stop.since() + ", by " + stop.by() + ": " + stop.why())
                .toList();
    }

    List<Stop> stops() {
        return controls.stops();
    }

    /** A misspelt name would stop nothing, and nobody would know. */
    private String known(String scope) {
        int colon = scope.indexOf(':');
        String kind = colon < 0 ? scope : scope.substring(0, colon + 1);
        String name = scope.substring(colon + 1);
        if (!names(kind, scope, policy.document()).contains(name)) {
            // Another node may have brought what has it.
            Set<String> names = names(kind, scope, policy.latest(store));
            if (!names.contains(name)) {
                throw new IllegalArgumentException("scope: found " + scope + ", expected one of " + names);
            }
        }
        return scope;
    }

    private Set<String> names(String kind, String scope, PolicyDocument document) {
        return switch (kind) {
            case Stop.ALL -> Set.of(Stop.ALL);
            case "purpose:" -> document.purposes().keySet();
            case "sender:" -> document.senders().keySet();
            case "template:" ->
                store.templates().stream().map(Template::name).collect(Collectors.toCollection(TreeSet::new));
            default ->
                throw new IllegalArgumentException(
                        "scope: found " + scope + ", expected all, or sender:, purpose: or template: and a name");
        };
    }

    private static String said(String what, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + ": found none; every order is kept with who gave it and why");
        }
        return value;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
