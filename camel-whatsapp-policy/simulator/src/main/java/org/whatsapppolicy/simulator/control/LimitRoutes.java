package org.whatsapppolicy.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.whatsapppolicy.simulator.limit.LimitName;
import org.whatsapppolicy.simulator.limit.LimitUse;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.limit.Portfolio;

/** The limits in force and how much of them is used up. */
final class LimitRoutes {

    private static final Map<String, Switch> SWITCHES = new TreeMap<>(Map.of(
            "documented", Limits::asDocumented,
            "throughput", Limits::throughput,
            "pair_rate", Limits::pairRate,
            "strict_pair_rate", Limits::strictPairRate,
            "strict_marketing", Limits::strictMarketing,
            "us_marketing", Limits::usMarketing,
            "upgrades", Limits::upgrades,
            "portfolio", limits -> limits.portfolio(Portfolio.byTier()),
            "management", limits -> limits.management(200),
            "none", Limits::none));

    private final Limits limits;

    LimitRoutes(Controlled simulator) {
        this.limits = simulator.limits();
    }

    /** Puts limits in force or lifts them. */
    @FunctionalInterface
    private interface Switch {

        Limits turn(Limits limits);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/limits", "those in force: how much is used, and of how much", ask -> Reply.of(list())),
                Route.post(
                        "/limits/{name}",
                        "puts limits in force: " + String.join(", ", SWITCHES.keySet()) + "; `none` lifts all",
                        this::turn),
                Route.delete("/limits/{name}", "lifts one, by the name it is listed with", this::lift));
    }

    private ObjectNode list() {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("limits");
        for (LimitUse use : limits.usage()) {
            list.addObject()
                    .put("name", use.limit().name().toLowerCase(Locale.ROOT))
                    .put("subject", use.subject())
                    .put("used", use.used())
                    .put("of", use.size() == LimitUse.UNLIMITED ? null : use.size())
                    .put("refused", use.refused());
        }
        return answer;
    }

    private Reply turn(Ask ask) {
        Switch found = SWITCHES.get(ask.inPath("name"));
        if (found == null) {
            throw new BadAsk("found " + ask.inPath("name") + ", expected one of " + SWITCHES.keySet());
        }
        Limits unused = found.turn(limits);
        return Reply.of(list());
    }

    private Reply lift(Ask ask) {
        Limits unused = limits.off(LimitName.valueOf(ask.inPath("name").toUpperCase(Locale.ROOT)));
        return Reply.of(list());
    }
}
