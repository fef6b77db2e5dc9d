package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

@DisplayName("The page")
class PageIT {

    private static final String ANNA = "+15550101001";
    private static final String SCRIPT = "<img src=x onerror=\"document.title='broken in'\">";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private Receiver receiver;
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
                .template(SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY")
                        .withHeader("Good news")
                        .withBody("Dear {{1}}, your parcel is on its way.")
                        .withQuickReplies("Thanks", "Where is it?"))
                .template(SimulatedTemplate.of("autumn_sale", "en_US", "MARKETING")
                        .withBody("Everything must go."))
                .webhook(receiver.uri(), "secret")
                .build()
                .start();
        client = new Client(simulator);
        simulator.people().person(ANNA).named("Anna Berg");
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    @Test
    void a_message_arrives_and_gets_its_ticks() throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        client.send(Client.template(ANNA, "parcel_sent", "en_US", Client.body("Anna")));

        assertThat(phones.newest("Dear Anna, your parcel is on its way.").getText())
                .contains("Good news", "Thanks", "Where is it?", "parcel_sent · en_US · utility");
        phones.find("#chat-messages [data-progress=accepted] .ticks.accepted");
        simulator.clock().advance(Duration.ofMinutes(10));
        phones.find("#chat-messages [data-progress=read] .ticks.read");
    }

    @Test
    void an_unread_mark_stays_until_the_phone_is_opened() throws Exception {
        client.send(Client.template(ANNA, "parcel_sent", "en_US", Client.body("Anna")));
        simulator.clock().advance(Duration.ofMinutes(10));
        Phones phones = BROWSER.open(simulator);

        assertThat(phones.person("Anna Berg").getText()).containsPattern("1\\s+unread");
        phones.openPhoneOf("Anna Berg");
        phones.await("no mark", page -> !phones.person("Anna Berg").getText().contains("unread"));
    }

    @Test
    void an_answer_goes_out() throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.write("Where are you?");

        phones.newest("Where are you?");
        JsonNode message = inbound();
        assertThat(message.path("from").asText()).isEqualTo("15550101001");
        assertThat(message.path("text").path("body").asText()).isEqualTo("Where are you?");
        assertThat(client.send(text(ANNA, "In the street.")).status()).isEqualTo(200);
        phones.newest("In the street.");
    }

    @Test
    void a_tap_goes_out() throws Exception {
        String wamid = client.send(Client.template(ANNA, "parcel_sent", "en_US", Client.body("Anna")))
                .wamid();
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.click("Thanks");

        phones.newest("Thanks");
        JsonNode message = inbound();
        assertThat(message.path("type").asText()).isEqualTo("button");
        assertThat(message.path("button").path("text").asText()).isEqualTo("Thanks");
        assertThat(message.path("context").path("id").asText()).isEqualTo(wamid);
    }

    @Test
    void a_row_of_a_list_is_picked_in_a_dialog() throws Exception {
        simulator.people().person(ANNA).writes("Help");
        inbound();
        client.send("""
                {"messaging_product":"whatsapp","to":"+15550101001","type":"interactive","interactive":{"type":"list",
                 "body":{"text":"What is it?"},"action":{"button":"Choose","sections":[{"title":"Bills","rows":[
                 {"id":"copy","title":"A copy","description":"as PDF"},{"id":"later","title":"Pay later"}]}]}}}
                """);
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.click("Choose").shows("dialog[open]", "as PDF").press(Keys.TAB, Keys.ENTER);

        phones.newest("Pay later");
        assertThat(inbound().path("interactive").path("list_reply").path("id").asText())
                .isEqualTo("later");
    }

    @Test
    void stop_is_typed() throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.write("STOP");

        assertThat(inbound().path("text").path("body").asText()).isEqualTo("STOP");
        phones.newest("STOP");
    }

    @Test
    void offers_are_stopped_and_the_next_one_fails_with_its_code() throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.click("Stop offers").shows("#chat-offers", "Offers stopped");

        JsonNode preference = value().path("user_preferences").path(0);
        assertThat(preference.path("value").asText()).isEqualTo("stop");
        client.send(Client.template(ANNA, "autumn_sale", "en_US", "[]"));
        simulator.clock().advance(Duration.ofMinutes(10));
        phones.shows("#chat-messages .message.failed", "131050");
        phones.shows("#people-list .person", "no offers");
    }

    @Test
    void what_people_and_businesses_write_never_becomes_markup() throws Exception {
        simulator.people().person(ANNA).named(SCRIPT).writes(SCRIPT);
        client.send(text(ANNA, "*" + SCRIPT.replace("\"", "") + "*"));
        client.send(Client.template(ANNA, "parcel_sent", "en_US", Client.body("<b>Anna</b>")));
        Phones phones = BROWSER.open(simulator);

        phones.await("a person", page -> {
            page.findElement(By.cssSelector(".person[data-key]")).click();
            return true;
        });

        phones.newest("Dear <b>Anna</b>, your parcel");
        assertThat(phones.find("#chat-name").getText()).isEqualTo(SCRIPT);
        assertThat(phones.js("return document.querySelectorAll('.app img, .message b').length"))
                .isEqualTo(0L);
        assertThat(phones.js("return document.title")).isEqualTo("WhatsApp simulator");
    }

    @Test
    void the_clock_is_moved_and_faults_are_made() throws Exception {
        Phones phones = BROWSER.open(simulator);

        phones.click("+24 h");
        phones.await("the next day", page -> simulator.clock().now().equals(Instant.parse("2026-11-26T12:00:00Z")));
        phones.find("#fault-kind option[value=server-error]").click();
        phones.find(".fault-form button").click();
        phones.shows("#panel-faults .rows", "server-error");

        assertThat(client.send(text(ANNA, "Hi")).status()).isEqualTo(500);
        phones.shows("#panel-faults", "Everything works.");
    }

    @Test
    void the_last_webhooks_are_shown_with_what_the_receiver_said() throws Exception {
        receiver.answersFirst(503);
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.write("Hello?");

        phones.shows("#panel-webhooks .hooks li", "503");
        simulator.clock().advance(Duration.ofMinutes(1));
        phones.shows("#panel-webhooks .hooks li", "200");
        phones.shows("#panel-webhooks .hooks li", "attempt 2");
    }

    @Test
    void people_are_found_by_name_and_by_number() {
        simulator.people().person("+15550101002").named("Bert Cole");
        Phones phones = BROWSER.open(simulator);
        phones.person("Anna Berg");

        phones.find("#search").sendKeys("bert");
        phones.await(
                "Bert alone",
                page -> page.findElements(By.cssSelector(".person[data-key]")).size() == 1);
        phones.find("#search").clear();
        phones.find("#search").sendKeys("+1 (555) 010-1001");
        phones.person("Anna Berg");
    }

    private JsonNode inbound() throws Exception {
        for (JsonNode value = value(); ; value = value()) {
            if (value.has("messages")) {
                return value.path("messages").path(0);
            }
        }
    }

    private JsonNode value() throws Exception {
        return new ObjectMapper()
                .readTree(receiver.next().text())
                .path("entry")
                .path(0)
                .path("changes")
                .path(0)
                .path("value");
    }
}
