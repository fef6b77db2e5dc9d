package org.whatsapppolicy.simulator.number;

import java.util.List;
import org.whatsapppolicy.simulator.error.GraphErrors;
import org.whatsapppolicy.simulator.error.Refused;
import org.whatsapppolicy.simulator.graph.Call;
import org.whatsapppolicy.simulator.graph.Endpoint;
import org.whatsapppolicy.simulator.graph.Reply;

/** An endpoint below the id of a phone number. A token for the number or for its account will do. */
public abstract class NumberEndpoint implements Endpoint {

    private final Numbers numbers;

    /** For numbers of that simulator. */
    protected NumberEndpoint(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public final boolean knows(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9') && numbers.find(id) != null;
    }

    @Override
    public final List<String> assets(String id) {
        return List.of(id, numbers.get(id).accountId());
    }

    @Override
    public final Reply answer(Call call) {
        SimulatedNumber number = numbers.get(call.id());
        if (number.deleted()) {
            throw new Refused(GraphErrors.of(33));
        }
        return answer(call, number);
    }

    /** Answers for that number. */
    protected abstract Reply answer(Call call, SimulatedNumber number);
}
