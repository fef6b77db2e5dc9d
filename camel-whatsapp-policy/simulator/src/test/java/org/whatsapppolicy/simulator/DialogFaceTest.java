package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.text;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;

/** The 360dialog face: the section on 360dialog of the pages on sending. */
class DialogFaceTest {

    private final Simulator simulator = aSimulator()
            .number("200000000000002", "+15550100002", Client.ACCOUNT)
            .build()
            .start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> send(String json, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/messages"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_key_picks_the_number() throws Exception {
        simulator.dialogKeys().add("one", Client.NUMBER).add("two", "200000000000002");

        HttpResponse<String> answer = send(text("+15550101001", "Hi"), "D360-API-KEY", "two");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"wa_id\":\"15550101001\"").contains("wamid.");
        LedgerEntry entry = simulator.ledger().accepted().get(0);
        assertThat(entry.asked().target()).isEqualTo("200000000000002");
    }

    @Test
    void while_there_is_no_key_every_key_is_good() throws Exception {
        assertThat(send(text("+15550101001", "Hi"), "D360-API-KEY", "any").statusCode())
                .isEqualTo(200);
    }

    @Test
    void keys_have_refusals_of_their_own() throws Exception {
        simulator
                .dialogKeys()
                .add("good", Client.NUMBER)
                .disable("unpaid", "Channel is disabled")
                .block("blocked");
        String json = text("+15550101001", "Hi");

        HttpResponse<String> unknown = send(json, "D360-API-KEY", "bad");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body())
                .contains("\"success\":false")
                .contains("\"http_code\":401")
                .contains("\"developer_message\":\"Invalid api key\"");
        assertThat(send(json).statusCode()).isEqualTo(401);
        assertThat(send(json, "Authorization", "Bearer " + Client.TOKEN).statusCode())
                .isEqualTo(401);
        assertThat(send(json, "D360-API-KEY", "unpaid").statusCode()).isEqualTo(400);
        assertThat(send(json, "D360-API-KEY", "blocked").statusCode()).isEqualTo(403);
        assertThat(simulator.ledger().acceptedCount()).isZero();
    }

    @Test
    void messages_are_refused_as_on_the_platform() throws Exception {
        HttpResponse<String> answer = send("{\"messaging_product\":\"whatsapp\"}", "D360-API-KEY", "any");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":131008");
    }
}
