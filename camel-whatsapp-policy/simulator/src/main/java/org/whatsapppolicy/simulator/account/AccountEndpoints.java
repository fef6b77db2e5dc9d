package org.whatsapppolicy.simulator.account;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.number.NumberFields;
import org.whatsapppolicy.simulator.number.Numbers;

/** What can be asked about accounts, apart from templates. */
public final class AccountEndpoints {

    private AccountEndpoints() {}

    /** One of each. */
    public static List<Endpoint> of(Accounts accounts, Numbers numbers, NumberFields fields, HealthStatus health) {
        return List.of(
                new ReadAccount(accounts, numbers, health),
                new ChangeAccount(accounts, numbers),
                new ListNumbers(numbers, fields),
                new ReadSubscribedApps(accounts, numbers),
                new SubscribeApp(accounts, numbers),
                new UnsubscribeApp(accounts, numbers),
                new CreateSignup(accounts, numbers),
                new ReadSignup(accounts),
                new ChangeSignup(accounts));
    }
}
