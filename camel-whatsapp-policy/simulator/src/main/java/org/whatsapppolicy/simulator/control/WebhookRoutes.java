package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.whatsapppolicy.simulator.ledger.LatestWebhooks;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;

/** The last webhooks and how the receiver took them. */
final class WebhookRoutes {

    private static final int SHOWN = 25;
    private static final int MOST = 100;

    private final Controlled simulator;

    WebhookRoutes(Controlled simulator) {
        this.simulator = simulator;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/webhooks", "the last attempts at delivery, the newest first; ?limit= up to 100", this::list));
    }

    private Reply list(Ask ask) {
        ObjectNode answer = Reply.object().put("enabled", simulator.delivery().enabled());
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
                    .put("body", attempt.body());
        }
        return Reply.of(answer);
    }
}
