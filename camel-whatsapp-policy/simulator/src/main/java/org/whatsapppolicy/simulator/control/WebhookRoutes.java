package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.whatsapppolicy.simulator.ledger.LatestWebhooks;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.webhook.DeliveryFaults;

/** The last webhooks and how the receiver took them. */
final class WebhookRoutes {

    private static final int SHOWN = 25;
    private static final int MOST = 100;
    private static final int MOST_TROUBLED = 100_000;

    private final Controlled simulator;

    WebhookRoutes(Controlled simulator) {
        this.simulator = simulator;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/webhooks", "the last attempts at delivery, the newest first; ?limit= up to 100", this::list),
                trouble(
                        "late",
                        "delivers the next ones late: `{\"count\":1,\"by\":\"PT1M\"}`",
                        (faults, ask) -> faults.lateNext(count(ask), Duration.parse(by(ask)))),
                trouble(
                        "repeat",
                        "delivers the next ones again: `{\"count\":1,\"times\":1}`",
                        (faults, ask) -> faults.repeatNext(count(ask), (int) ask.number("times", 1))),
                trouble(
                        "reorder",
                        "lets those after them overtake the next ones: `{\"count\":1}`",
                        (faults, ask) -> faults.overtakeNext(count(ask))),
                trouble(
                        "lose",
                        "never delivers the next ones: `{\"count\":1}`",
                        (faults, ask) -> faults.loseNext(count(ask))),
                Route.delete("/webhooks/faults", "ends late, repeated, reordered and lost ones", ask -> {
                    DeliveryFaults unused = simulator.webhooks().faults().clear();
                    return Reply.done();
                }),
                Route.post(
                        "/webhooks/redeliver",
                        "sends the last ones once more: `{\"last\":10}`",
                        ask -> Reply.of(Reply.object()
                                .put("redelivered", simulator.webhooks().redeliver((int) ask.number("last", 1))))),
                Route.post("/webhooks/pause", "holds all back until resumed", ask -> {
                    simulator.webhooks().pause();
                    return Reply.done();
                }),
                Route.post("/webhooks/resume", "lets them go, in order", ask -> {
                    simulator.webhooks().resume();
                    return Reply.done();
                }));
    }

    private Route trouble(String name, String does, BiConsumer<DeliveryFaults, Ask> making) {
        return Route.post("/webhooks/" + name, does, ask -> {
            making.accept(simulator.webhooks().faults(), ask);
            return Reply.done();
        });
    }

    private static String by(Ask ask) {
        String by = ask.textOrNull("by");
        return by == null ? "PT1M" : by;
    }

    private static int count(Ask ask) {
        long count = ask.number("count", 1);
        if (count < 1 || count > MOST_TROUBLED) {
            throw new BadAsk("found \"count\": " + count + ", expected a number from 1 to " + MOST_TROUBLED);
        }
        return (int) count;
    }

    private Reply list(Ask ask) {
        ObjectNode answer = Reply.object()
                .put("enabled", simulator.webhooks().enabled())
                .put("paused", simulator.webhooks().paused())
                .put("waiting", simulator.webhooks().waiting());
        ArrayNode last = answer.putArray("last");
        for (LatestWebhooks.Numbered numbered :
                simulator.ledger().latestWebhooks().list(ask.count("limit", SHOWN, MOST))) {
            WebhookAttempt attempt = numbered.attempt();
            last.addObject()
                    .put("number", numbered.number())
                    .put("at", attempt.at().toString())
                    .put("field", attempt.field())
                    .put("kind", attempt.kind())
                    .put("id", attempt.id())
                    .put("attempt", attempt.attempt())
                    .put("status", attempt.status())
                    .put("fault", attempt.fault())
                    .put("body", attempt.body());
        }
        return Reply.of(answer);
    }
}
