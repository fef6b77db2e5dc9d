package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.whatsapppolicy.simulator.number.SimulatedNumber;

/** The business's numbers and how they stand. */
final class NumberRoutes {

    private final Controlled simulator;

    NumberRoutes(Controlled simulator) {
        this.simulator = simulator;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/numbers", "the business numbers: quality, limit, state", ask -> Reply.of(list())),
                Route.post(
                        "/numbers/{id}",
                        "`{\"quality\":\"RED\",\"limit\":\"TIER_2K\",\"registered\":false}`, whichever is to change",
                        this::change));
    }

    private ObjectNode list() {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("numbers");
        for (SimulatedNumber number : simulator.numbers().all()) {
            list.addObject()
                    .put("id", number.id())
                    .put("display", number.displayPhoneNumber())
                    .put("quality", number.qualityRating())
                    .put("limit", number.messagingLimit())
                    .put("throughput", number.throughputLevel())
                    .put("registered", number.registered());
        }
        return answer;
    }

    private Reply change(Ask ask) {
        SimulatedNumber number = simulator.numbers().get(ask.inPath("id"));
        String quality = ask.textOrNull("quality");
        if (quality != null) {
            number.qualityRating(quality.toUpperCase(Locale.ROOT));
        }
        String limit = ask.textOrNull("limit");
        if (limit != null) {
            number.messagingLimit(limit.toUpperCase(Locale.ROOT));
        }
        if (ask.body().has("registered")) {
            number.registered(ask.body().path("registered").asBoolean());
        }
        return Reply.of(list());
    }
}
