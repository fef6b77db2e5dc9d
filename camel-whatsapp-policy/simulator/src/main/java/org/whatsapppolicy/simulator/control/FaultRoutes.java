package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.whatsapppolicy.simulator.fault.ActiveFault;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.fault.FaultByName;
import org.whatsapppolicy.simulator.ledger.Operation;

/** What goes wrong. */
final class FaultRoutes {

    private final Controlled simulator;

    FaultRoutes(Controlled simulator) {
        this.simulator = simulator;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/faults", "those in force, and the names there are", ask -> Reply.of(list())),
                Route.post(
                        "/faults",
                        "`{\"fault\":\"reset-after\",\"times\":1,\"recipient\":\"+15550101001\"}`, or by chance"
                                + " `{\"seed\":7,\"chance\":0.1,\"faults\":[\"slow-200\",\"error-131016\"]}`; with"
                                + " `\"operation\":\"media\"` and the like for other requests than messages",
                        this::add),
                Route.delete("/faults", "drops all", ask -> {
                    simulator.faults().clear();
                    return Reply.done();
                }),
                Route.delete("/faults/{id}", "drops one", this::remove));
    }

    private ObjectNode list() {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("faults");
        for (ActiveFault fault : simulator.faults().active()) {
            ObjectNode one = list.addObject().put("id", fault.id());
            ArrayNode names = one.putArray("faults");
            fault.faults().forEach(names::add);
            if (fault.seed() != null) {
                one.put("seed", fault.seed()).put("chance", fault.chance());
            }
            if (fault.left() != Long.MAX_VALUE) {
                one.put("left", fault.left());
            }
            if (!fault.messagesOnly()) {
                ArrayNode operations = one.putArray("operations");
                fault.operations().forEach(operation -> operations.add(name(operation)));
            }
            if (fault.recipient() != null) {
                one.put("recipient", fault.recipient());
            }
        }
        ArrayNode known = answer.putArray("known");
        FaultByName.known().forEach(known::add);
        ArrayNode operations = answer.putArray("operations");
        Arrays.stream(Operation.values()).map(FaultRoutes::name).forEach(operations::add);
        return answer;
    }

    private Reply add(Ask ask) {
        if (ask.body().has("seed")) {
            byChance(ask);
            return Reply.of(list());
        }
        Fault fault = fault(ask.text("fault"));
        String recipient = ask.textOrNull("recipient");
        int times = (int) Math.min(Integer.MAX_VALUE, Math.max(1, ask.number("times", 1)));
        String operation = ask.textOrNull("operation");
        if (operation != null) {
            simulator.faults().next(operation(operation), times, fault);
        } else if (recipient != null) {
            simulator.faults().forRecipient(recipient, times, fault);
        } else {
            simulator.faults().next(times, fault);
        }
        return Reply.of(list());
    }

    private void byChance(Ask ask) {
        List<Fault> drawn = new ArrayList<>();
        for (JsonNode name : ask.body().path("faults")) {
            drawn.add(fault(name.asText()));
        }
        Fault[] faults = drawn.toArray(Fault[]::new);
        long seed = ask.number("seed", 0);
        double chance = ask.body().path("chance").asDouble(-1);
        String operation = ask.textOrNull("operation");
        if (operation == null) {
            simulator.faults().random(seed, chance, faults);
        } else {
            simulator.faults().random(Set.of(operation(operation)), seed, chance, faults);
        }
    }

    private Reply remove(Ask ask) {
        String id = ask.inPath("id");
        if (!id.matches("\\d{1,18}") || !simulator.faults().remove(Long.parseLong(id))) {
            return Reply.refused(404, "no fault " + id + " is in force; GET /simulator/faults lists them");
        }
        return Reply.done();
    }

    private static String name(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    private static Operation operation(String name) {
        return Arrays.stream(Operation.values())
                .filter(operation -> name(operation).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadAsk("no such operation: " + name + "; expected one of "
                        + Arrays.stream(Operation.values())
                                .map(FaultRoutes::name)
                                .toList()));
    }

    private static Fault fault(String name) {
        return FaultByName.find(name)
                .orElseThrow(() -> new BadAsk("no such fault: " + name + "; expected one of " + FaultByName.known()
                        + ", error-<code> or slow-<milliseconds>"));
    }
}
