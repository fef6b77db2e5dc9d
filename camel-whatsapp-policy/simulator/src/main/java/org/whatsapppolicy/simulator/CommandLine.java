package org.whatsapppolicy.simulator;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The simulator on its own. */
final class CommandLine {

    private static final Set<String> OPTIONS = Set.of("--port", "--token", "--webhook-url", "--app-secret");
    private static final String USAGE = """
            WhatsApp simulator
              --port <number>        port on the loopback address, default 8090
              --token <token>        the only valid bearer token, default: every token
              --webhook-url <url>    where webhooks go, default: nowhere
              --app-secret <secret>  what webhooks are signed with
            """;

    private CommandLine() {}

    static void run(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                System.out.print(USAGE);
                return;
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        SimulatorBuilder builder = Simulator.builder().port(Integer.parseInt(options.getOrDefault("--port", "8090")));
        if (options.containsKey("--token")) {
            builder.token(options.getOrDefault("--token", ""));
        }
        if (options.containsKey("--webhook-url")) {
            URI url = URI.create(options.getOrDefault("--webhook-url", ""));
            builder.webhook(url, options.getOrDefault("--app-secret", ""));
        }
        Simulator simulator = builder.build().start();
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("WhatsApp simulator on " + simulator.baseUri());
    }
}
