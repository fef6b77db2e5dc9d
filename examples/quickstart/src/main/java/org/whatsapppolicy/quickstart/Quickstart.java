package org.whatsapppolicy.quickstart;

import java.util.List;
import org.apache.camel.main.Main;
import org.whatsapppolicy.simulator.Simulator;

/**
 * The main job on one machine: customers from a CRM export and due slips from a billing table, decided by the policy and
 * sent to a simulated WhatsApp. With routes of your own ({@code -Dcamel.main.routesIncludePattern=…}) it is an empty Camel
 * application with the simulator beside it, in real time.
 */
public final class Quickstart {

    private Quickstart() {}

    /**
     * Runs until it is stopped.
     *
     * @param arguments {@code --keep}: go on with the database of the last run; {@code --once}: end after the batch
     */
    public static void main(String... arguments) throws Exception {
        Settings settings = Settings.of(List.of(arguments), System.getProperties());
        Main main = new Main(Quickstart.class);
        main.bind("csv", new CsvRows());
        try (Simulator simulator = settings.simulated() ? DemoSimulator.start(settings) : null) {
            if (simulator != null) {
                System.out.println("WhatsApp is simulated. See the phones in a browser: " + simulator.baseUri() + "/");
            }
            if (settings.demo()) {
                Demo.prepare(main, settings);
            }
            main.run(new String[0]);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(main.getExitCode());
    }
}
