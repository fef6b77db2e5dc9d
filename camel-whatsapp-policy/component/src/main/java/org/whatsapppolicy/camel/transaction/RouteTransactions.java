package org.whatsapppolicy.camel.transaction;

import org.apache.camel.CamelContext;
import org.whatsapppolicy.camel.document.PolicyInForce;
import org.whatsapppolicy.camel.send.SendResult;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.policy.rule.PolicyEngine;
import org.whatsapppolicy.store.Admission;
import org.whatsapppolicy.store.Outbox;
import org.whatsapppolicy.store.PolicyStore;

/**
 * Takes messages in the transactions of routes (M-9): nothing is decided before the commit, and after a rollback there was no
 * message. Blocks, as everything in a transaction does. Thread-safe.
 */
public final class RouteTransactions {

    private static final String SPRING = "org.springframework.jdbc.datasource.DataSourceUtils";
    private static final int ROUNDS = 3;

    private final Outbox outbox;
    private final PolicyInForce policy;
    private final Runnable committed;

    private RouteTransactions(Outbox outbox, PolicyInForce policy, Runnable committed) {
        this.outbox = outbox;
        this.policy = policy;
        this.committed = committed;
    }

    /**
     * Looks whether there are transactions to join.
     *
     * @param name what the store is called in errors
     * @param committed runs after each commit with messages in it; must be quick
     * @throws IllegalArgumentException saying what to change when there cannot be any
     */
    public static RouteTransactions of(
            CamelContext context, PolicyStore store, String name, PolicyInForce policy, Runnable committed) {
        Outbox outbox = store.outbox()
                .orElseThrow(() -> new IllegalArgumentException("transacted: found the store " + name
                        + ", expected PostgreSQL by the DataSource of the route's transactions: set"
                        + " camel.component.whatsapp-policy.dataSource, or leave transacted away"));
        if (context.getClassResolver().resolveClass(SPRING) == null) {
            throw new IllegalArgumentException(
                    "transacted: found no spring-jdbc, expected it on the class path; camel-sql brings it");
        }
        SpringTransactions.check(context.getRegistry(), outbox.source());
        return new RouteTransactions(outbox, policy, committed);
    }

    /**
     * Takes one message in the transaction of this thread.
     *
     * @throws IllegalStateException when the thread is in no transaction on the store's DataSource
     * @throws org.whatsapppolicy.store.StoreUnavailableException when the database does not take it; the transaction can go on
     */
    public SendResult take(SendRequest request) {
        for (int round = 0; round < ROUNDS; round++) {
            PolicyEngine engine = policy.taking();
            Admission admission = SpringTransactions.join(
                    outbox.source(), connection -> outbox.put(connection, request, engine), committed);
            if (!(admission instanceof Admission.Stale stale)) {
                return result(request, admission);
            }
            policy.follow(stale.active());
        }
        return new SendResult.Failed(request.id(), new IllegalStateException("the policy changes too fast"));
    }

    private static SendResult result(SendRequest request, Admission admission) {
        if (admission instanceof Admission.Decided decided) {
            return decided.decision().verdict() == Verdict.DEFER
                    ? new SendResult.Taken(decided.messageId())
                    : new SendResult.Decided(decided.messageId(), decided.decision());
        }
        if (admission instanceof Admission.Conflict conflict) {
            return new SendResult.Conflict(request.id(), conflict.key(), conflict.differs());
        }
        return new SendResult.Repeated(((Admission.Repeated) admission).first());
    }
}
