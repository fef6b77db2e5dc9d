package org.whatsapppolicy.simulator;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** The simulator on its own. */
final class CommandLine {

    private static final Set<String> OPTIONS =
            Set.of("--port", "--token", "--number", "--webhook-url", "--app-secret", "--clock");
    private static final String USAGE = """
            WhatsApp simulator
              --port <number>        port on the loopback address, default 8090; 0 for any free one
              --token <token>        the only valid bearer token, default: every token
              --number <id>,<phone>,<account>
                                     the only business number, default: every id is one
              --webhook-url <url>    where webhooks go, default: nowhere
              --app-secret <secret>  what webhooks are signed with
              --clock <instant>      a clock that stands there until it is moved, such as
                                     2026-11-25T12:00:00Z, default: the machine's
            """;

    private CommandLine() {}

    static void run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Simulator simulator;
        try {
            simulator = builder(arguments).build().start();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("WhatsApp simulator on " + simulator.baseUri());
    }

    /** As these options have it; what is wrong with them is in the exception's message. */
    static SimulatorBuilder builder(String... arguments) {
        Map<String, String> options = options(arguments);
        SimulatorBuilder builder = Simulator.builder().port(port(options.getOrDefault("--port", "8090")));
        options.forEach((option, value) -> {
            switch (option) {
                case "--token" -> builder.token(value);
                case "--number" -> number(builder, value);
                case "--webhook-url" -> builder.webhook(URI.create(value), options.getOrDefault("--app-secret", ""));
                case "--clock" -> builder.clock(SimulatorClock.virtual(instant(value)));
                default -> {
                    // The port, and the secret that goes with the URL.
                }
            }
        });
        return builder;
    }

    private static Map<String, String> options(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i])) {
                throw new IllegalArgumentException("found " + arguments[i] + ", expected one of these options:");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("found nothing after " + arguments[i] + ", expected its value:");
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static int port(String written) {
        if (!written.matches("\\d{1,5}") || Integer.parseInt(written) > 65_535) {
            throw new IllegalArgumentException("found port " + written + ", expected a number from 0 to 65535");
        }
        return Integer.parseInt(written);
    }

    private static void number(SimulatorBuilder builder, String written) {
        String[] parts = written.split(",", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("found number " + written
                    + ", expected id, phone number and account, such as 200000000000001,+15550100001,100000000000001");
        }
        SimulatorBuilder unused = builder.number(parts[0], parts[1], parts[2]);
    }

    private static Instant instant(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "found clock " + written + ", expected an instant such as 2026-11-25T12:00:00Z", e);
        }
    }
}
