package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ClosingTest {

    /** A kept-open connection that breaks while a POST is in flight is opened anew; not so when it is closing that broke it. */
    @RepeatedTest(3)
    @ResourceLock(Resources.SYSTEM_ERR)
    void a_webhook_in_flight_makes_no_noise() throws IOException, InterruptedException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.err;
        try (Receiver receiver = new Receiver()) {
            Simulator simulator =
                    aSimulator().webhook(receiver.uri(), "secret").build().start();
            simulator.people().person("+15550101001").writes("Hello?");
            Receiver.Hook unused = receiver.next();
            simulator.ledger().awaitWebhooks(1, Receiver.PATIENCE);
            receiver.silentFirst(1);
            // The same webhook goes over the same connection.
            assertThat(simulator.webhooks().redeliver(1)).isEqualTo(1);
            unused = receiver.next();
            System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));

            simulator.close();
        } finally {
            System.setErr(before);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("ERROR", "WARN", "xception");
    }
}
