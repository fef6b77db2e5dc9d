package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** The Twilio face: the section on Twilio of the pages on sending. */
class TwilioFaceTest {

    private static final String ANNA = "+15550101001";
    private static final String FROM = "From=" + encoded("whatsapp:" + Client.DISPLAY);
    private static final String TO = "&To=" + encoded("whatsapp:" + ANNA);

    private final Simulator simulator = aSimulator()
            .template(SimulatedTemplate.of("bowl_ready", "en_US", "UTILITY").withVariables(2))
            .build()
            .start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String form, String password) throws Exception {
        String pair = Base64.getEncoder().encodeToString(("AC1:" + password).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(simulator.baseUri() + "/2010-04-01/Accounts/AC1/Messages.json"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Authorization", "Basic " + pair)
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode refused(String form, int status) throws Exception {
        HttpResponse<String> answer = send(form, Client.TOKEN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void a_content_is_a_template_with_its_variables_in_order() throws Exception {
        simulator.twilioContents().add("HX1", "bowl_ready", "en_US");

        HttpResponse<String> answer = send(
                FROM + TO + "&ContentSid=HX1&ContentVariables=" + encoded("{\"2\":\"K-7\",\"1\":\"Nia\"}"),
                Client.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"status\":\"queued\"", "\"to\":\"whatsapp:" + ANNA + "\"");
        LedgerEntry entry = simulator.ledger().accepted().get(0);
        assertThat(entry.asked().template()).isEqualTo("bowl_ready");
        assertThat(entry.asked().target()).isEqualTo(Client.NUMBER);
        assertThat(simulator
                        .people()
                        .person(ANNA)
                        .chat()
                        .messages()
                        .get(0)
                        .content()
                        .summary())
                .contains("Nia, K-7");
    }

    @Test
    void a_text_needs_an_open_window() throws Exception {
        String hello = FROM + TO + "&Body=Hello";
        assertThat(refused(hello, 400).path("code").asInt()).isEqualTo(63016);
        simulator.people().person(ANNA).writes("Hi");

        assertThat(send(hello, Client.TOKEN).statusCode()).isEqualTo(201);
        assertThat(simulator.ledger().acceptedTo(ANNA)).hasSize(1);
    }

    @Test
    void refusals_have_codes_of_their_own() throws Exception {
        assertThat(send(FROM + TO + "&Body=x", "wrong").statusCode()).isEqualTo(401);
        assertThat(refused("From=" + encoded("whatsapp:+15559999999") + TO + "&Body=x", 400)
                        .path("message")
                        .asText())
                .contains("'From'");
        assertThat(refused(FROM + "&To=5550101001&Body=x", 400).path("code").asInt())
                .isEqualTo(21620);
        assertThat(refused(FROM + TO + "&ContentSid=HX9", 400).path("code").asInt())
                .isEqualTo(21620);
        simulator.people().person(ANNA).writes("Hi");
        simulator.limits().strictPairRate();
        assertThat(send(FROM + TO + "&Body=x", Client.TOKEN).statusCode()).isEqualTo(201);
        assertThat(refused(FROM + TO + "&Body=x", 429).path("code").asInt()).isEqualTo(63018);
        assertThat(simulator.ledger().acceptedCount()).isEqualTo(1);
    }

    @Test
    void faults_are_played_here_too() throws Exception {
        simulator.people().person(ANNA).writes("Hi");
        simulator.faults().next(Fault.badGateway(503));

        assertThat(send(FROM + TO + "&Body=x", Client.TOKEN).statusCode()).isEqualTo(503);
        assertThat(simulator.ledger().acceptedCount()).isZero();
    }
}
