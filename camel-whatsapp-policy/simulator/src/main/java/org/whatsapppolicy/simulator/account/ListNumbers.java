package org.whatsapppolicy.simulator.account;

import java.util.List;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Page;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.NumberFields;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.Scope;

/** The account's numbers, page by page. */
final class ListNumbers extends AccountEndpoint {

    private final NumberFields fields;

    ListNumbers(Numbers numbers, NumberFields fields) {
        super(numbers);
        this.fields = fields;
    }

    @Override
    public Route route() {
        return Route.get("/{account}/phone_numbers", Scope.MANAGEMENT, Operation.ACCOUNT);
    }

    @Override
    public Reply answer(Call call) {
        List<SimulatedNumber> own = numbers().all().stream()
                .filter(number -> number.accountId().equals(call.id()) && !number.deleted())
                .toList();
        String wanted = call.text("fields");
        return Page.of(call, own, number -> fields.of(number, wanted));
    }
}
