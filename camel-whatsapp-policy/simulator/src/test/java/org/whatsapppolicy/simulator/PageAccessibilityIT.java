package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.limit.Limits;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** Asks axe-core, which knows the rules of WCAG 2.2, level AA, as far as a program can check them. */
@DisplayName("The page is accessible")
class PageAccessibilityIT {

    private static final String ANNA = "+15550101001";
    private static final String CHECK = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
              .then((found) => done(found.violations.map((rule) => rule.id + ": "
                + rule.nodes.map((node) => node.target + " " + node.failureSummary).join("; ")).join("\\n")),
                (problem) => done(String(problem)));
            """;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final Simulator simulator = aSimulator()
            .template(SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY")
                    .withHeader("News")
                    .withQuickReplies("Thanks"))
            .build()
            .start();

    @AfterEach
    void stop() {
        BROWSER.dark(false);
        simulator.close();
    }

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void with_an_open_phone_and_a_dialog(boolean dark) throws Exception {
        Client client = new Client(simulator);
        client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]"));
        simulator.people().person(ANNA).named("Anna Berg").failsWith(131026);
        client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]"));
        simulator.people().person("+15550101002").named("Bert Cole").stopsOffers();
        simulator.people().person(ANNA).writes("Where is it?");
        simulator.faults().next(3, Fault.error(131016));
        Limits unused = simulator.limits().throughput(80);
        BROWSER.dark(dark);
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");
        phones.shows(".message.failed", "131026");
        phones.shows("#panel-faults .rows", "error-131016");
        phones.js(axe());

        assertThat(violations(phones)).isEmpty();
        phones.click("Send something else").find("dialog[open]");
        assertThat(violations(phones)).isEmpty();
    }

    private static String violations(Phones phones) {
        return String.valueOf(phones.jsLater(CHECK));
    }

    private static String axe() throws IOException {
        String path = "/axe.min.js";
        try (InputStream in = PageAccessibilityIT.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
