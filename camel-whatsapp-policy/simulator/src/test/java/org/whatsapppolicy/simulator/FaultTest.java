package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.LedgerEntry;
import org.whatsapppolicy.simulator.ledger.Operation;

class FaultTest {

    private static final String ANNA = "+15550101001";
    private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.US_ASCII);

    private final Simulator simulator = aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .build()
            .start();
    private final Client client = new Client(simulator);
    private final Graph graph = new Graph(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Sends one request over a raw socket and reads until the end of the connection. */
    private String raw() throws IOException {
        return raw((int) Receiver.PATIENCE.toMillis());
    }

    private String raw(int patienceMillis) throws IOException {
        String body = text(ANNA, "Hi");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.setSoTimeout(patienceMillis);
            socket.getOutputStream()
                    .write(("POST /v23.0/" + Client.NUMBER + "/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + Client.TOKEN + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private LedgerEntry only() {
        simulator.ledger().await(1, Receiver.PATIENCE);
        assertThat(simulator.ledger().requests()).hasSize(1);
        return simulator.ledger().requests().get(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_reset_breaks_the_connection_and_the_ledger_knows_whether_the_message_goes_out(boolean after) {
        simulator.faults().next(after ? Fault.resetAfterAcceptance() : Fault.resetBeforeAcceptance());

        assertThatThrownBy(this::raw).isInstanceOf(SocketException.class).hasMessageContaining("reset");

        assertThat(only().accepted()).isEqualTo(after);
        assertThat(only().wamid() != null).isEqualTo(after);
        assertThat(simulator.ledger().acceptedTo(ANNA)).hasSize(after ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void silence_keeps_the_connection_open_without_an_answer(boolean after) {
        simulator.faults().next(after ? Fault.silenceAfterAcceptance() : Fault.silenceBeforeAcceptance());

        assertThatThrownBy(() -> raw(300)).isInstanceOf(SocketTimeoutException.class);

        assertThat(only().accepted()).isEqualTo(after);
    }

    @Test
    void half_a_body_ends_before_the_announced_length() throws Exception {
        simulator.faults().next(Fault.halfBody());

        String answer = raw();

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("messaging_product")
                .doesNotContain("wamid");
        assertThat(only().accepted()).isTrue();
        assertThatThrownBy(() -> {
                    simulator.faults().next(Fault.halfBody());
                    client.send(text(ANNA, "Hi"));
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_slow_answer_comes_when_the_simulators_clock_says_so() throws Exception {
        simulator.faults().next(Fault.slow(Duration.ofSeconds(20)));
        CompletableFuture<Client.Answer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.send(text(ANNA, "Hi"));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        simulator.ledger().awaitAccepted(1, Receiver.PATIENCE);
        simulator.clock().advance(Duration.ofSeconds(19));
        assertThat(answer).isNotDone();
        // The answer is scheduled right after it was entered: move on until it is out.
        while (!answer.isDone()) {
            simulator.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(answer.get().status()).isEqualTo(200);
    }

    @Test
    void server_errors_come_with_and_without_json() throws Exception {
        simulator
                .faults()
                .next(Fault.serverError(500))
                .next(Fault.badGateway(502))
                .next(Fault.badGatewayAfterAcceptance(504));

        Client.Answer json = client.send(text(ANNA, "Hi"));
        assertThat(json.status()).isEqualTo(500);
        assertThat(json.code()).isEqualTo(131000);
        Client.Answer html = client.send(text(ANNA, "Hi"));
        assertThat(html.status()).isEqualTo(502);
        assertThat(html.text()).startsWith("<html>");
        assertThat(simulator.ledger().acceptedCount()).isZero();
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(504);
        assertThat(simulator.ledger().acceptedCount()).isEqualTo(1);
    }

    @Test
    void any_graph_error_can_be_played_once() throws Exception {
        simulator.faults().next(Fault.error(130429, 2494055));

        Client.Answer refused = client.send(text(ANNA, "Hi"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(130429);
        assertThat(refused.json().path("error").path("error_subcode").asInt()).isEqualTo(2494055);
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
        assertThat(simulator.ledger().acceptedCount()).isEqualTo(1);
    }

    @Test
    void a_200_can_be_unreadable_or_without_a_message_id_although_the_message_goes_out() throws Exception {
        simulator.faults().next(Fault.unreadableBody()).next(Fault.withoutMessageId());

        Client.Answer broken = client.send(text(ANNA, "Hi"));
        assertThat(broken.status()).isEqualTo(200);
        assertThatThrownBy(broken::json).isInstanceOf(AssertionError.class);
        assertThat(client.send(text(ANNA, "Hi")).wamid()).isEmpty();
        assertThat(simulator.ledger().acceptedTo(ANNA)).hasSize(2).allMatch(entry -> entry.wamid() != null);
    }

    @Test
    void a_template_paused_meanwhile_is_answered_with_200_and_not_sent() throws Exception {
        simulator.faults().next(Fault.templatePausedMeanwhile());

        Client.Answer answer = client.send(text(ANNA, "Hi"));

        assertThat(answer.json().path("messages").path(0).path("message_status").asText())
                .isEqualTo("paused");
        assertThat(only().accepted()).isFalse();
    }

    @Test
    void faults_for_a_recipient_or_a_predicate_leave_others_alone() throws Exception {
        simulator
                .faults()
                .forRecipient(ANNA, Fault.error(131056))
                .when(asked -> "row-2".equals(asked.callbackData()), 1, Fault.error(131016));

        assertThat(client.send(text("+15550101002", "Hi")).status()).isEqualTo(200);
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131056);
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131056);
        String marked = "{\"messaging_product\":\"whatsapp\",\"to\":\"+15550101003\",\"text\":{\"body\":\"x\"},"
                + "\"biz_opaque_callback_data\":\"row-2\"}";
        assertThat(client.send(marked).code()).isEqualTo(131016);
        assertThat(client.send(marked).status()).isEqualTo(200);
        simulator.faults().clear();
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
    }

    @Test
    void what_is_meant_for_messages_is_not_used_up_by_other_requests_and_the_other_way_round() throws Exception {
        simulator.faults().next(Fault.error(131016)).next(Operation.LIST_TEMPLATES, Fault.badGateway(503));

        assertThat(graph.get(Client.NUMBER).status()).isEqualTo(200);
        assertThat(graph.get(Client.ACCOUNT + "/message_templates").status()).isEqualTo(503);
        assertThat(graph.get(Client.ACCOUNT + "/message_templates").status()).isEqualTo(200);
        assertThat(client.send(text(ANNA, "Hi")).code()).isEqualTo(131016);
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
    }

    @Test
    void an_upload_can_be_refused_or_taken_although_the_client_does_not_hear_of_it() throws Exception {
        simulator
                .faults()
                .next(Operation.MEDIA, Fault.error(131016))
                .next(Operation.MEDIA, Fault.badGatewayAfterAcceptance(502));

        assertThat(upload().code()).isEqualTo(131016);
        assertThat(simulator.media().all()).isEmpty();
        assertThat(upload().status()).isEqualTo(502);
        assertThat(simulator.media().all()).hasSize(1);
        assertThat(simulator.ledger().requests())
                .extracting(entry -> entry.answered().fault())
                .containsExactly("error-131016", "bad-gateway-after");
        assertThat(upload().status()).isEqualTo(200);
    }

    @Test
    void a_download_breaks_off_in_the_middle_or_is_reset() throws Exception {
        String url = graph.get(upload().json().path("id").asText())
                .json()
                .path("url")
                .asText();
        simulator
                .faults()
                .next(Operation.MEDIA, Fault.halfBody())
                .every(Operation.MEDIA, Fault.resetBeforeAcceptance());

        assertThatThrownBy(() -> graph.get(url)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> graph.get(url)).isInstanceOf(IOException.class);
        simulator.faults().clear();
        assertThat(graph.get(url).text()).isEqualTo(new String(PICTURE, StandardCharsets.US_ASCII));
    }

    @Test
    void half_of_a_download_has_the_length_of_all_of_it() throws Exception {
        String url = graph.get(upload().json().path("id").asText())
                .json()
                .path("url")
                .asText();
        simulator.faults().next(Operation.MEDIA, Fault.halfBody());

        try (RawHttp http = new RawHttp(simulator)) {
            URI address = URI.create(url);
            http.write(RawHttp.head("GET", address.getRawPath() + "?" + address.getRawQuery()));

            assertThat(http.readHead()).contains("content-length: " + PICTURE.length);
            assertThat(http.readRest())
                    .isEqualTo(new String(PICTURE, 0, PICTURE.length / 2, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void a_slow_management_request_is_answered_when_the_clock_says_so() throws Exception {
        simulator.faults().every(Operation.READ_NUMBER, Fault.slow(Duration.ofSeconds(20)));
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> {
            try {
                return graph.get(Client.NUMBER).status();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        simulator.ledger().await(1, Receiver.PATIENCE);
        assertThat(status).isNotDone();
        while (!status.isDone()) {
            simulator.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(status.get()).isEqualTo(200);
    }

    @Test
    void a_seed_can_be_for_some_kinds_of_requests_only() throws Exception {
        simulator.faults().random(Set.of(Operation.READ_NUMBER), 7, 1, Fault.serverError(500));

        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);
        assertThat(graph.get(Client.NUMBER).status()).isEqualTo(500);
    }

    @Test
    void a_paused_template_is_a_fault_of_messages_alone() {
        assertThatThrownBy(() -> simulator.faults().next(Operation.MEDIA, Fault.templatePausedMeanwhile()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("template-paused");
    }

    private Graph.Answer upload() throws Exception {
        return graph.upload(Client.NUMBER + "/media", "image/jpeg", "image/jpeg", PICTURE);
    }

    @Test
    void the_same_seed_gives_the_same_run() throws Exception {
        assertThat(statuses(7)).isEqualTo(statuses(7)).contains(200, 500).isNotEqualTo(statuses(8));
    }

    private List<Integer> statuses(long seed) throws Exception {
        simulator.faults().clear().random(seed, 0.5, Fault.serverError(500), Fault.badGateway(502));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            statuses.add(client.send(text(ANNA, "Hi")).status());
        }
        return statuses;
    }

    @Test
    void refused_connections_come_back_on_the_same_port() throws Exception {
        int port = simulator.port();
        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(200);

        simulator.faults().refuseConnections();
        assertThatThrownBy(() -> new Client(simulator).send(text(ANNA, "Hi"))).isInstanceOf(ConnectException.class);
        simulator.faults().acceptConnections();

        assertThat(new Client(simulator).send(text(ANNA, "Hi")).status()).isEqualTo(200);
        assertThat(simulator.port()).isEqualTo(port);
        assertThat(simulator.ledger().acceptedCount()).isEqualTo(2);
    }
}
