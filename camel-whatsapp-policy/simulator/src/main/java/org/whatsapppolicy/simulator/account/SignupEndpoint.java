package org.whatsapppolicy.simulator.account;

import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.graph.Reply;

/** An endpoint on the id of a signup. */
abstract class SignupEndpoint implements Endpoint {

    private final Accounts accounts;

    SignupEndpoint(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public final boolean knows(String id) {
        return accounts.ofSignup(id) != null;
    }

    @Override
    public final List<String> assets(String id) {
        Account account = accounts.ofSignup(id);
        return account == null ? List.of(id) : List.of(account.id());
    }

    @Override
    public final Reply answer(Call call) {
        Account account = accounts.ofSignup(call.id());
        Signup signup = account == null ? null : account.signup(call.id());
        if (account == null || signup == null) {
            throw new Refused(GraphErrors.of(2494164));
        }
        return answer(call, account, signup);
    }

    abstract Reply answer(Call call, Account account, Signup signup);
}
