package org.whatsapppolicy.simulator.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All control paths. A new one goes into the list of its topic. */
final class Routes {

    private final List<Route> all;

    Routes(Controlled simulator, PeopleInOrder people) {
        all = Stream.of(
                        new LedgerRoutes(simulator).routes(),
                        new FaultRoutes(simulator).routes(),
                        new ClockRoutes(simulator).routes(),
                        new PeopleRoutes(simulator, people).routes(),
                        new ActionRoutes(simulator, people).routes(),
                        new MediaRoutes(simulator).routes(),
                        new NumberRoutes(simulator).routes(),
                        new TemplateRoutes(simulator).routes(),
                        new LimitRoutes(simulator).routes(),
                        new WebhookRoutes(simulator).routes(),
                        new StateRoutes(simulator, people).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** A route with what stood in the place of its names. */
    record Found(Route route, Map<String, String> names) {}

    List<Route> all() {
        return all;
    }

    /** The route for a path below {@code /simulator}; null when there is none. */
    @Nullable
    Found find(String method, String path) {
        String[] asked = path.split("/", -1);
        for (Route route : all) {
            Map<String, String> names =
                    route.method().equals(method) ? match(route.path().split("/", -1), asked) : null;
            if (names != null) {
                return new Found(route, names);
            }
        }
        return null;
    }

    private static @Nullable Map<String, String> match(String[] wanted, String[] asked) {
        if (wanted.length != asked.length) {
            return null;
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                // A plus sign stands for itself in a path, unlike in a query: it begins phone numbers.
                names.put(
                        wanted[i].substring(1, wanted[i].length() - 1),
                        URLDecoder.decode(asked[i].replace("+", "%2B"), StandardCharsets.UTF_8));
            } else if (!wanted[i].equals(asked[i])) {
                return null;
            }
        }
        return names;
    }
}
