package org.whatsapppolicy.simulator.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Objects;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Reply;
import org.whatsapppolicy.simulator.graph.Route;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.number.NumberEndpoint;
import org.whatsapppolicy.simulator.number.Numbers;
import org.whatsapppolicy.simulator.number.Recipient;
import org.whatsapppolicy.simulator.number.SimulatedNumber;
import org.whatsapppolicy.simulator.token.Scope;

/** Passes a thread on, lets it go, or takes it. */
final class ControlThread extends NumberEndpoint {

    private static final int LONGEST_METADATA = 2000;

    private final Threads threads;

    ControlThread(Threads threads, Numbers numbers) {
        super(numbers);
        this.threads = threads;
    }

    @Override
    public Route route() {
        return Route.post("/{number}/thread_control", Scope.MESSAGING, Operation.NUMBER);
    }

    @Override
    protected Reply answer(Call call, SimulatedNumber number) {
        call.whatsapp();
        Recipient person = person(call, number);
        if (Objects.requireNonNullElse(call.text("metadata"), "").length() > LONGEST_METADATA) {
            throw GraphErrors.badParameter("Param metadata must be at most 2000 characters long.");
        }
        Threads.Owner next =
                switch (call.required("action")) {
                    case "pass" -> passed(call);
                    case "release" -> Threads.Owner.NOBODY;
                    case "take" -> taken();
                    default -> throw GraphErrors.badParameter("Param action must be one of {PASS, RELEASE, TAKE}.");
                };
        threads.give(number.id(), person.address(), next);
        return Reply.of(JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp"));
    }

    private static Recipient person(Call call, SimulatedNumber number) {
        String to = call.text("to");
        Recipient person = to != null ? Recipient.phone(to, number) : Recipient.userId(call.required("recipient"));
        if (person == null) {
            throw GraphErrors.invalid(to != null ? "to" : "recipient");
        }
        return person;
    }

    private static Threads.Owner passed(Call call) {
        String role = call.parameters().path("control_pass").path("target_role").asText("");
        if (!role.equals("ai_agent")) {
            throw GraphErrors.badParameter("Param control_pass.target_role must be one of {AI_AGENT}.");
        }
        return Threads.Owner.AI_AGENT;
    }

    private Threads.Owner taken() {
        if (!threads.mayTake()) {
            throw new Refused(GraphErrors.of(2494191));
        }
        return Threads.Owner.APP;
    }
}
