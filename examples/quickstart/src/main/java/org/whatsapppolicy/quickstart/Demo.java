package org.whatsapppolicy.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.whatsapppolicy.camel.WhatsAppPolicyComponent;
import org.whatsapppolicy.store.StoreClock;
import org.whatsapppolicy.store.StoreOptions;
import org.whatsapppolicy.store.jdbc.PolicyStores;

/** The demo's people, slips and clock, in databases that start empty. */
final class Demo {

    /** A Tuesday, nine in the morning in São Paulo. */
    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private static final Path STORE = Path.of("quickstart.db");
    private static final Path BILLING = Path.of("quickstart-billing.db");

    private Demo() {}

    static void prepare(Main main, Settings settings) throws IOException, SQLException {
        if (!settings.keep()) {
            forget(STORE);
            forget(BILLING);
        }
        main.bind("billing", BillingDatabase.open(BILLING));
        main.bind(
                "outcomes",
                new OutcomeTable(System.out, terminal(), settings.once() ? main::completed : () -> goOn(main)));
        main.bind("alerts", new AlertLog(System.out));
        if (settings.virtualTime()) {
            main.bind(
                    "policyStore",
                    PolicyStores.sqlite(STORE, StoreOptions.DEFAULTS.clock(new StoreClock.Running(START))));
        }
        main.addMainListener(new LoopbackOnly());
    }

    /** The second half of the demo: a batch that takes long enough for somebody to say stop. */
    private static void goOn(Main main) {
        try {
            main.getCamelContext().getRouteController().startRoute("price-drops");
        } catch (Exception e) {
            throw new IllegalStateException("the batch of price alerts could not be started", e);
        }
    }

    /** From Java 22 on a console is there without a terminal too; then the progress line only looks less neat. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        return System.console() != null;
    }

    private static void forget(Path database) throws IOException {
        for (String ending : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(Path.of(database + ending));
        }
    }

    /** The demo's people do not exist, so nobody real may be asked to reach them. */
    private static final class LoopbackOnly extends MainListenerSupport {

        @Override
        public void afterConfigure(BaseMainSupport main) {
            String base = main.getCamelContext()
                    .getComponent("whatsapp-policy", WhatsAppPolicyComponent.class)
                    .getBaseUri();
            if (!loopback(URI.create(main.getCamelContext().resolvePropertyPlaceholders(base)))) {
                throw new Refusal("found the base URI " + base + ", expected one on this machine: the demo's people are"
                        + " made up and their numbers may be somebody's. Give routes and data of your own with"
                        + " -Dcamel.main.routesIncludePattern=…");
            }
        }

        private static boolean loopback(URI base) {
            try {
                return base.getHost() != null
                        && InetAddress.getByName(base.getHost()).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }
}
