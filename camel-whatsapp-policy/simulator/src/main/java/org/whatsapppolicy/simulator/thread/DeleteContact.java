package org.whatsapppolicy.simulator.thread;

import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.NumberEndpoint;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.people.People;
import org.whatsapppolicy.simulator.token.Scope;

/** Takes the pair of phone number and user id out of the contact book. Nothing else follows from it here. */
final class DeleteContact extends NumberEndpoint {

    private final People people;

    DeleteContact(People people, Numbers numbers) {
        super(numbers);
        this.people = people;
    }

    @Override
    public Route route() {
        return Route.delete("/{number}/contact_book", Scope.MESSAGING, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        call.whatsapp();
        String userId = call.required("bsuid");
        if (!Recipient.isUserId(userId) || people.find(userId) == null) {
            throw GraphErrors.badParameter("Param bsuid is no user id the contact book knows.");
        }
        return Reply.success();
    }
}
