package org.whatsapppolicy.simulator.number;

import org.whatsapppolicy.simulator.graph.Endpoint;

/** An endpoint below the id of an account (WABA). While no number is declared, any id will do. */
public abstract class AccountEndpoint implements Endpoint {

    private final Numbers numbers;

    /** For accounts of that simulator. */
    protected AccountEndpoint(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public final boolean knows(String id) {
        return numbers.knowsAccount(id);
    }

    /** The numbers, some of which belong to the account. */
    protected final Numbers numbers() {
        return numbers;
    }
}
