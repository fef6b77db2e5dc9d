package org.whatsapppolicy.simulator.account;

import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.token.Scope;

/** Settings of the account: {@code disable_marketing_messages_on_cloud_api}. */
final class ChangeAccount extends AccountEndpoint {

    private static final String SETTING = "disable_marketing_messages_on_cloud_api";

    private final Accounts accounts;

    ChangeAccount(Accounts accounts, Numbers numbers) {
        super(numbers);
        this.accounts = accounts;
    }

    @Override
    public Route route() {
        return Route.post("/{account}", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    public Reply answer(Call call) {
        String value = call.required(SETTING);
        if (!value.matches("true|false")) {
            throw GraphErrors.badParameter("Param " + SETTING + " must be a boolean.");
        }
        accounts.get(call.id()).marketingOnlyByItsOwnPath(value.equals("true"));
        return Reply.success();
    }
}
