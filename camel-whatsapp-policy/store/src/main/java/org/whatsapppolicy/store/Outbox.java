package org.whatsapppolicy.store;

import java.sql.Connection;
import javax.sql.DataSource;
import org.whatsapppolicy.policy.decision.SendRequest;
import org.whatsapppolicy.policy.rule.PolicyEngine;

/**
 * Takes messages inside transactions of others (M-9): the message is there when theirs commits, and never was when it rolls
 * back. Thread-safe, as far as the connections are.
 */
public interface Outbox {

    /** Where the store's database is: only transactions on connections of this one can be joined. */
    DataSource source();

    /**
     * Adds one message to the transaction of the connection, which stays open; nothing else is committed or locked, but that
     * whoever uses the same idempotency key, or meets the same person for the first time, waits for the end of it. A key that
     * is taken is an answer. When this throws, the transaction can go on as if nothing had been asked; waits are bounded by
     * the store's patience. Blocks.
     *
     * @param connection in a transaction
     * @param engine one that holds what it is asked for, to be decided after the commit
     * @throws IllegalArgumentException when the connection is in no transaction
     * @throws StoreUnavailableException when the database does not do it
     */
    Admission put(Connection connection, SendRequest request, PolicyEngine engine);
}
