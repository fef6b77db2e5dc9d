package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.ledger.WebhookAttempt;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

@DisplayName("The page: what people do besides writing, and trouble on purpose")
class PageDeedsIT {

    private static final String ANNA = "+15550101001";

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
                .template(
                        SimulatedTemplate.of("parcel_sent", "en_US", "UTILITY").withBody("Your parcel is on its way."))
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

    @ParameterizedTest
    @CsvSource({
        "image, image, .media img",
        "video, video, .media video",
        "voice, audio, .media audio",
        "document, document, a.file[download]",
        "sticker, sticker, .media img.sticker",
        "location, location, .place",
        "contact, contacts, .cards"
    })
    void something_else_than_a_text_is_sent_and_shown(String choice, String type, String shown) throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.click("Send something else").click(choice);

        JsonNode message = message();
        assertThat(message.path("type").asText()).isEqualTo(type);
        assertThat(message.path(type).isMissingNode()).isFalse();
        phones.find("#chat-messages .message.from-person " + shown);
    }

    @Test
    void a_document_on_the_page_is_the_one_the_business_can_fetch() throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");
        phones.click("Send something else").click("document");
        String id = message().path("document").path("id").asText();

        String address = String.valueOf(phones.find("#chat-messages a.file").getDomAttribute("href"));

        assertThat(address).isEqualTo("/simulator/media/" + id);
        assertThat(client.get(address).text()).isEqualTo("a file");
    }

    @Test
    void a_picture_of_the_business_is_shown_with_its_caption() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        String id = new Graph(simulator)
                .upload(Client.NUMBER + "/media", "image/png", "image/png", Pixel.PNG)
                .json()
                .path("id")
                .asText();
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        client.send(Client.message("image", "{'id':'" + id + "','caption':'The door'}"));

        phones.newest("The door");
        phones.await(
                "the picture itself",
                page -> Boolean.TRUE.equals(phones.js("const it = document.querySelector('.from-business .media img');"
                        + "return it !== null && it.complete && it.naturalWidth === 1")));
    }

    @Test
    void a_reaction_is_put_on_a_message_and_taken_back() throws Exception {
        String wamid =
                client.send(Client.template(ANNA, "parcel_sent", "en_US", "[]")).wamid();
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");
        phones.newest("Your parcel is on its way.");

        phones.clickOnNewest("React to this message").click("Thumbs up");

        JsonNode reaction = message().path("reaction");
        assertThat(reaction.path("message_id").asText()).isEqualTo(wamid);
        assertThat(reaction.path("emoji").asText()).isEqualTo("\uD83D\uDC4D");
        phones.shows("#chat-messages .reactions", "\uD83D\uDC4D");

        phones.clickOnNewest("React to this message").click("Take it back");

        assertThat(message().path("reaction").has("emoji")).isFalse();
        phones.await(
                "no reaction",
                page -> Boolean.TRUE.equals(
                        phones.js("return document.querySelector('#chat-messages .reactions') === null")));
    }

    @Test
    void a_reaction_of_the_business_sticks_to_what_the_person_wrote() throws Exception {
        String written = simulator.people().person(ANNA).writes("On Friday?");
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        client.send(Client.message("reaction", "{'message_id':'" + written + "','emoji':'\uD83D\uDE4F'}"));

        phones.shows("#chat-messages .from-person .reactions", "\uD83D\uDE4F");
    }

    @Test
    void a_person_moves_to_another_number() throws Exception {
        simulator.people().person(ANNA).writes("Hello?");
        message();
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.click("More …");
        phones.find("#other-number").sendKeys("+1 555 010-1099");
        phones.click("Change number");

        JsonNode system = message().path("system");
        assertThat(system.path("type").asText()).isEqualTo("user_changed_number");
        assertThat(system.path("wa_id").asText()).isEqualTo("15550101099");
        phones.shows("#chat-about", "+15550101099");
        assertThat(simulator.people().person("+15550101099").name()).isEqualTo("Anna Berg");
    }

    @Test
    void a_person_blocks_and_reports() throws Exception {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");

        phones.click("More …").click("Block and report as spam").shows("#chat-block", "Blocked");

        assertThat(simulator.people().person(ANNA).hasBlocked(Client.NUMBER)).isTrue();
        phones.click("Blocked").shows("#chat-block", "Block");
        phones.await("unblocked", page -> !simulator.people().person(ANNA).hasBlocked(Client.NUMBER));
    }

    @Test
    void the_next_webhook_comes_late() throws Exception {
        Phones phones = troubled("Next one late");

        phones.write("Hello?").newest("Hello?");
        assertThat(simulator.webhooks().waiting()).isEqualTo(1);
        simulator.clock().advance(Duration.ofMinutes(1));

        assertThat(body()).isEqualTo("Hello?");
        phones.shows("#panel-webhooks .hooks li", "late");
    }

    @Test
    void the_next_webhook_comes_twice() throws Exception {
        Phones phones = troubled("Next one twice");

        phones.write("Hello?");

        assertThat(message()).isEqualTo(message());
        phones.shows("#panel-webhooks .hooks li", "repeated");
    }

    @Test
    void the_next_two_webhooks_change_places() throws Exception {
        Phones phones = troubled("Reorder next two");

        phones.write("One").newest("One");
        phones.write("Two").newest("Two");

        // They go out one after the other, over connections of their own.
        assertThat(List.of(body(), body())).containsExactlyInAnyOrder("One", "Two");
        assertThat(simulator.ledger().webhookQuery().list())
                .extracting(WebhookAttempt::fault)
                .containsExactlyInAnyOrder("reordered", null);
        phones.shows("#panel-webhooks .hooks li", "reordered");
    }

    @Test
    void the_next_webhook_is_lost() throws Exception {
        Phones phones = troubled("Lose next one");

        phones.write("One");
        phones.shows("#panel-webhooks .hooks li", "lost");
        phones.write("Two");

        assertThat(body()).isEqualTo("Two");
    }

    @Test
    void a_fault_is_made_for_another_kind_of_request() throws Exception {
        Phones phones = BROWSER.open(simulator);

        phones.find("#fault-kind option[value=bad-gateway]").click();
        phones.find("#fault-operation option[value=list_templates]").click();
        phones.find(".fault-form button").click();
        phones.shows("#panel-faults .rows", "list templates");

        assertThat(simulator.faults().active().get(0).operations()).containsExactly(Operation.LIST_TEMPLATES);
        assertThat(client.get("/v23.0/" + Client.ACCOUNT + "/message_templates").status())
                .isEqualTo(502);
        phones.shows("#panel-faults", "Everything works.");
    }

    /** Anna's phone, with trouble made for the next webhook. */
    private Phones troubled(String button) {
        Phones phones = BROWSER.open(simulator).openPhoneOf("Anna Berg");
        // The buttons are there once somebody listens, which the page learns with its first look at the webhooks.
        phones.click(button);
        phones.await(button, page -> simulator.webhooks().faults().scripted() > 0);
        return phones;
    }

    private String body() throws Exception {
        return message().path("text").path("body").asText();
    }

    private JsonNode message() throws Exception {
        for (; ; ) {
            JsonNode value = new ObjectMapper()
                    .readTree(receiver.next().text())
                    .path("entry")
                    .path(0)
                    .path("changes")
                    .path(0)
                    .path("value");
            if (value.has("messages")) {
                return value.path("messages").path(0);
            }
        }
    }
}
