package org.whatsapppolicy.simulator.account;

import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.number.Numbers;

/** An endpoint below the id of an account (WABA). While no number is declared, any id will do. */
public abstract class AccountEndpoint implements Endpoint {

    private final Numbers numbers;

    /** For accounts of that simulator. */
    protected AccountEndpoint(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public final boolean knows(String id) {
        // An id alone may as well be that of a number, of which any will do, too, while none is declared.
        return route().pattern().equals("/{account}") ? numbers.ownedBy(id) : numbers.knowsAccount(id);
    }

    /** The numbers, some of which belong to the account. */
    protected final Numbers numbers() {
        return numbers;
    }
}
