package org.whatsapppolicy.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.check.SimulatorAssertions.assertThatEverybody;
import static org.whatsapppolicy.simulator.check.SimulatorAssertions.assertThatPerson;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whatsapppolicy.simulator.Simulator;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

class PersonAssertTest {

    private static final String ANNA = "+15550101001";
    private static final String BEN = "+15550101002";

    private HttpServer receiver;
    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        simulator = Simulator.builder()
                .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
                .template(SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY"))
                .webhook(URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/"), "secret")
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.stop(0);
    }

    private void send(String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(simulator.baseUri() + "/v23.0/200000000000001/messages"))
                .header("Authorization", "Bearer t")
                .POST(HttpRequest.BodyPublishers.ofString("{\"messaging_product\":\"whatsapp\"," + json + "}"))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void text(String to, String body) throws Exception {
        send("\"to\":\"" + to + "\",\"text\":{\"body\":\"" + body + "\"}");
    }

    private void template(String to) throws Exception {
        send("\"to\":\"" + to + "\",\"type\":\"template\",\"biz_opaque_callback_data\":\"row-1\","
                + "\"template\":{\"name\":\"parcel_sent\",\"language\":{\"code\":\"en_US\"}}");
    }

    private void pass(Duration time, int webhooks) {
        simulator.clock().advance(time);
        simulator.ledger().awaitWebhooks(webhooks, Duration.ofMinutes(1));
    }

    @Test
    void what_a_person_received_is_counted_by_type_template_text_and_callback_data() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        text("+1 (555) 010-1001", "Your parcel is here");
        template(ANNA);
        template(BEN);

        assertThatPerson(simulator, ANNA)
                .received()
                .exactly(2)
                .received("text")
                .containing("parcel is here")
                .once()
                .received("template")
                .ofTemplate("parcel_sent")
                .withCallbackData("row-1")
                .from("200000000000001")
                .exactly(1)
                .received("image")
                .never();
        assertThatPerson(simulator, "+15550101003").received().never();
        assertThatEverybody(simulator).received("template").exactly(1);
    }

    @Test
    void statuses_answers_and_refusals_are_counted_too() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        text(ANNA, "Hi");
        text(BEN, "Nobody asked");
        simulator.faults().forRecipient(ANNA, 2, Fault.error(131056));
        text(ANNA, "Hi");
        text(ANNA, "Hi");
        pass(Duration.ofSeconds(1), 5);

        assertThatPerson(simulator, ANNA)
                .wrote()
                .once()
                .wasTold("delivered")
                .exactly(1)
                .wasTold("failed")
                .never()
                .wasRefused()
                .exactly(2)
                .wasRefused(131056)
                .atLeast(2)
                .wasRefused(130429)
                .atMost(0);
        assertThatPerson(simulator, BEN).wasTold("failed, 131047").once();
    }

    @Test
    void a_failure_tells_the_story_of_the_person_in_the_order_of_time() throws Exception {
        template(ANNA);
        pass(Duration.ofMillis(10), 1);
        pass(Duration.ofMillis(20), 2);
        pass(Duration.ofMillis(30), 3);
        simulator.people().person(ANNA).writes("Thanks");
        pass(Duration.ZERO, 4);
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.faults().next(Fault.error(131056));
        text(ANNA, "You are welcome");

        assertThatThrownBy(
                        () -> assertThatPerson(simulator, ANNA).received("text").exactly(1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                    expected exactly 1 text messages taken for +15550101001, found 0.
                    The story of +15550101001:
                      2026-11-25T12:00:00Z  sent      m1 template parcel_sent -> 200
                      2026-11-25T12:00:00.010Z  webhook   m1 sent -> receiver 200
                      2026-11-25T12:00:00.030Z  webhook   m1 delivered -> receiver 200
                      2026-11-25T12:00:00.060Z  webhook   m1 read -> receiver 200
                      2026-11-25T12:00:00.060Z  wrote     text "Thanks" -> receiver 200
                      2026-11-25T12:00:02.060Z  refused   text "You are welcome" -> 400, code 131056 (fault error-131056)\
                    """);
    }

    @Test
    void a_person_of_whom_nothing_is_known_has_a_short_story() {
        assertThatThrownBy(() -> assertThatPerson(simulator, ANNA).received().atLeast(1))
                .hasMessage("expected at least 1 messages taken for +15550101001, found 0.\n"
                        + "The story of +15550101001: nothing happened.");
    }

    @Test
    void one_person_among_all_is_named() throws Exception {
        template(ANNA);
        template(BEN);
        template(BEN);

        assertThatThrownBy(() -> assertThatEverybody(simulator).received().atMost(1))
                .hasMessageStartingWith("expected at most 1 messages taken for 15550101002, found 2.");
    }

    @Test
    void the_story_of_all_names_the_people() throws Exception {
        template(ANNA);
        simulator.people().person(BEN).writes("Hello?");
        pass(Duration.ofMillis(5), 1);

        assertThat(Story.ofEverybody(simulator).toString())
                .contains("sent      m1 template parcel_sent to +15550101001 -> 200")
                .contains("wrote     text \"Hello?\" by 15550101002 -> receiver 200");
    }
}
