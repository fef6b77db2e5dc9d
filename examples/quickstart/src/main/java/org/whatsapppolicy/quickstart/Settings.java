package org.whatsapppolicy.quickstart;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How it was started.
 *
 * @param demo whether the demo's own routes run; not when other routes are given
 * @param simulated whether the simulator starts
 * @param keep whether the database of the last run is kept
 * @param once whether it ends after the first batch
 * @param simulatorPort port of the simulator
 * @param webhookUrl where the simulator delivers webhooks, or null
 */
record Settings(
        boolean demo,
        boolean simulated,
        boolean keep,
        boolean once,
        int simulatorPort,
        @Nullable URI webhookUrl) {

    private static final Set<String> KNOWN = Set.of("--keep", "--once");

    static Settings of(List<String> arguments, Properties properties) {
        for (String argument : arguments) {
            if (!KNOWN.contains(argument)) {
                throw new Refusal("found the argument " + argument + ", expected --keep or --once; everything else is a"
                        + " property, such as -Dcamel.main.routesIncludePattern=file:my-routes/*.yaml");
            }
        }
        boolean demo = properties.stringPropertyNames().stream().noneMatch(Settings::namesRoutes);
        boolean simulated = Boolean.parseBoolean(properties.getProperty("simulator.enabled", "true"));
        return new Settings(
                demo,
                simulated,
                arguments.contains("--keep"),
                arguments.contains("--once"),
                Integer.parseInt(properties.getProperty("simulator.port", "8090")),
                webhook(properties, demo));
    }

    /** The demo's routes hear what people answer at Camel's own HTTP server. */
    private static @Nullable URI webhook(Properties properties, boolean demo) {
        String port = properties.getProperty("camel.server.port", "8080");
        String there = demo ? "http://127.0.0.1:" + port + "/whatsapp/webhook" : null;
        String webhook = properties.getProperty("simulator.webhookUrl", there);
        return webhook == null ? null : URI.create(webhook);
    }

    /** Camel takes both spellings of a property. */
    private static boolean namesRoutes(String property) {
        return property.replace("-", "").toLowerCase(Locale.ROOT).equals("camel.main.routesincludepattern");
    }

    /** The virtual clock belongs to the demo's routes: with other routes, or the real platform, time is real. */
    boolean virtualTime() {
        return demo && simulated;
    }
}
