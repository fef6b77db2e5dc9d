package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.template;
import static org.whatsapppolicy.simulator.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;
import org.whatsapppolicy.simulator.webhook.inbound.Forwarding;
import org.whatsapppolicy.simulator.webhook.inbound.Location;
import org.whatsapppolicy.simulator.webhook.inbound.Order;
import org.whatsapppolicy.simulator.webhook.inbound.Product;
import org.whatsapppolicy.simulator.webhook.inbound.Referral;

/** What people do, and as whom the business sees them. */
class PersonTest {

    private static final String ANNA = "+15550101001";
    private static final String ANNAS_ID = "US.31000000000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Receiver receiver;
    private Simulator simulator;
    private Client client;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(Instant.ofEpochSecond(1_795_600_000L)))
                .template(SimulatedTemplate.of("autumn_sale", "en_US", "MARKETING"))
                .webhook(receiver.uri(), "secret")
                .build()
                .start();
        client = new Client(simulator);
        anna = simulator.people().person(ANNA).named("Anna Reed").withUserId(ANNAS_ID);
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    private JsonNode value() throws Exception {
        return JSON.readTree(receiver.next().body()).at("/entry/0/changes/0/value");
    }

    private JsonNode message() throws Exception {
        return value().path("messages").path(0);
    }

    static Stream<Arguments> deeds() {
        return Stream.of(
                deed("text", "/text/body", chat -> chat.replies("Yes", "wamid.out")),
                deed("text", "/context/forwarded", chat -> chat.forwards("Look", Forwarding.FORWARDED)),
                deed("text", "/context/frequently_forwarded", chat -> chat.forwards("Look", Forwarding.FREQUENTLY)),
                deed(
                        "text",
                        "/context/referred_product/product_retailer_id",
                        chat -> chat.asksAbout(new Product("507", "boat-7"), "Afloat?", null)),
                deed("text", "/referral/ctwa_clid", chat -> chat.comesFrom(Referral.ad("9", "Sail", "Now"), "Hi")),
                deed("button", "/button/payload", chat -> chat.taps("YES", "Yes", null)),
                deed("interactive", "/interactive/button_reply/id", chat -> chat.tapsReply("yes", "Yes", null)),
                deed("interactive", "/interactive/list_reply/id", chat -> chat.picks("row-1", "First", null)),
                deed("interactive", "/interactive/nfm_reply/response_json", chat -> chat.fillsIn("{\"a\":1}", null)),
                deed(
                        "interactive",
                        "/interactive/nfm_reply/body",
                        chat -> chat.givesAddress("1 Quay Street", "{\"values\":{}}", null)),
                deed("interactive", "/interactive/call_permission_reply/response", chat -> chat.allowsCalls(null)),
                deed("interactive", "/interactive/call_permission_reply/response", chat -> chat.refusesCalls(null)),
                deed("image", "/image/url", chat -> chat.sendsImage("My boat")),
                deed("video", "/video/sha256", chat -> chat.sendsVideo(null)),
                deed("audio", "/audio/id", Chat::sendsAudio),
                deed("audio", "/audio/voice", Chat::speaks),
                deed("document", "/document/filename", chat -> chat.sendsDocument("plan.pdf", null)),
                deed("sticker", "/sticker/animated", Chat::sendsSticker),
                deed("location", "/location/latitude", chat -> chat.sharesLocation(Location.pin(50.35, -4.14))),
                deed("contacts", "/contacts/0/phones/0/wa_id", chat -> chat.sharesContact("Will", "+15550101009")),
                deed("contacts", "/contacts/0/origin", chat -> chat.sharesOwnNumber("wamid.out")),
                deed("reaction", "/reaction/emoji", chat -> chat.reacts("\u26f5", "wamid.out")),
                deed("reaction", "/reaction/message_id", chat -> chat.takesReactionBack("wamid.out")),
                deed(
                        "order",
                        "/order/product_items/0/quantity",
                        chat -> chat.orders("507", new Order.Item("boat-7", 1, 899.5, "USD"))),
                deed("edit", "/edit/message/text/body", chat -> chat.edits("wamid.own", "At eight")),
                deed("revoke", "/revoke/original_message_id", chat -> chat.revokes("wamid.own")),
                deed("unsupported", "/errors/0/code", chat -> chat.sendsUnsupported("poll_creation")),
                deed("request_welcome", "/type", Chat::opens));
    }

    private static Arguments deed(String type, String pointer, Function<Chat, String> deed) {
        return Arguments.of(type, pointer, deed);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void what_is_sent_is_told_and_opens_the_window(String type, String pointer, Function<Chat, String> deed)
            throws Exception {
        String id = deed.apply(anna.chat());

        JsonNode message = message();
        assertThat(message.path("type").asText()).isEqualTo(type);
        assertThat(message.path("id").asText()).isEqualTo(id);
        assertThat(message.path("from").asText()).isEqualTo("15550101001");
        assertThat(message.path("from_user_id").asText()).isEqualTo(ANNAS_ID);
        assertThat(message.at(pointer).isValueNode()).as(pointer).isTrue();
        assertThat(anna.windowOpen(Client.NUMBER)).isTrue();
    }

    @Test
    void a_call_is_told_twice_and_opens_the_window() throws Exception {
        anna.chat().calls(Duration.ofSeconds(75));

        assertThat(value().at("/calls/0/event").asText()).isEqualTo("connect");
        simulator.letPass(Duration.ofSeconds(74));
        assertThat(receiver.all()).isEmpty();
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(value().at("/calls/0/duration").asInt()).isEqualTo(75);
        assertThat(anna.windowOpen(Client.NUMBER)).isTrue();
    }

    @Test
    void menus_and_links_change_preferences_and_open_no_window() throws Exception {
        anna.signsUp("707");

        JsonNode preference = value().path("user_preferences").path(0);
        assertThat(preference.path("value").asText()).isEqualTo("signup");
        assertThat(preference.path("signup_id").asText()).isEqualTo("707");
        assertThat(anna.windowOpen(Client.NUMBER)).isFalse();
    }

    @Test
    void a_picture_can_be_fetched_where_the_webhook_says() throws Exception {
        anna.sendsImage(null);

        String url = message().at("/image/url").asText();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Authorization", "Bearer " + Client.TOKEN)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).as("a JPEG").startsWith((byte) 0xFF, (byte) 0xD8);
    }

    @Test
    void an_answer_to_somebody_from_an_ad_is_free_and_tells_the_conversation() throws Exception {
        anna.comesFrom(Referral.ad("9", "Sail with us", "Trips"), "Hi");
        assertThat(message().has("referral")).isTrue();
        client.send(template(ANNA, "autumn_sale", "en_US", "[]"));
        simulator.clock().advance(Duration.ofMillis(10));

        JsonNode status = value().path("statuses").path(0);
        assertThat(status.at("/pricing/type").asText()).isEqualTo("free_entry_point");
        assertThat(status.at("/conversation/origin/type").asText()).isEqualTo("referral_conversion");
        assertThat(status.at("/conversation/expiration_timestamp").asLong()).isEqualTo(1_795_600_000L + 72 * 3600);
    }

    @Test
    void a_new_number_comes_with_a_new_user_id_and_is_told_under_the_old_one() throws Exception {
        anna.writes("Hello?");
        assertThat(message().path("type").asText()).isEqualTo("text");
        anna.changesNumberTo("+15550101077");

        JsonNode value = value();
        assertThat(value.has("contacts")).isFalse();
        JsonNode note = value.path("messages").path(0);
        assertThat(note.path("from").asText()).isEqualTo("15550101001");
        assertThat(note.at("/system/wa_id").asText()).isEqualTo("15550101077");
        assertThat(note.at("/system/previous_user_id").asText()).isEqualTo(ANNAS_ID);
        assertThat(note.at("/system/user_id").asText()).startsWith("US.").isNotEqualTo(ANNAS_ID);

        assertThat(client.send(text("+15550101077", "Still open")).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMillis(10));
        assertThat(value().at("/statuses/0/status").asText()).isEqualTo("sent");
        client.send(template(ANNA, "autumn_sale", "en_US", "[]"));
        simulator.clock().advance(Duration.ofMillis(20));
        receiver.awaitHooks(2);
        assertThat(receiver.all()).anyMatch(hook -> hook.text().contains("\"code\":131026"));
    }

    @Test
    void a_new_user_id_is_told_with_the_one_before() throws Exception {
        anna.withUsername("anna.reed").hidingPhone().changesUserId("US.31000000000000000002");

        JsonNode note = message();
        assertThat(note.path("from_user_id").asText()).isEqualTo("US.31000000000000000002");
        assertThat(note.has("from")).isFalse();
        assertThat(note.at("/system/previous_user_id").asText()).isEqualTo(ANNAS_ID);
        assertThat(note.at("/system/type").asText()).isEqualTo("user_changed_user_id");
    }

    @Test
    void a_new_identity_key_is_told() throws Exception {
        anna.changesIdentity("bmV3");

        assertThat(message().at("/identity/hash").asText()).isEqualTo("bmV3");
    }

    @Test
    void a_stranger_with_a_username_hides_the_phone_number_everywhere() throws Exception {
        anna.withUsername("anna.reed").writes("Found you");

        JsonNode value = value();
        assertThat(value.at("/contacts/0/profile/username").asText()).isEqualTo("anna.reed");
        assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
        assertThat(value.at("/messages/0").has("from")).isFalse();
        anna.stopsOffers();
        assertThat(value().at("/user_preferences/0").has("wa_id")).isFalse();
        client.send("{\"messaging_product\":\"whatsapp\",\"recipient\":\"" + ANNAS_ID
                + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        simulator.clock().advance(Duration.ofMillis(10));
        JsonNode status = value().at("/statuses/0");
        assertThat(status.has("recipient_id")).isFalse();
        assertThat(status.path("recipient_user_id").asText()).isEqualTo(ANNAS_ID);
    }

    @Test
    void who_was_written_to_by_phone_stays_known_by_the_contact_book() throws Exception {
        client.send(template(ANNA, "autumn_sale", "en_US", "[]"));
        simulator.clock().advance(Duration.ofDays(40));
        receiver.awaitHooks(3);
        assertThat(receiver.all()).hasSize(3);

        anna.withUsername("anna.reed").writes("Hello?");
        assertThat(message().path("from").asText()).isEqualTo("15550101001");
    }

    @Test
    void without_the_contact_book_a_phone_number_is_known_for_30_days() throws Exception {
        simulator.people().contactBook(false);
        anna.writes("Hello?");
        assertThat(message().has("from")).isTrue();
        anna.withUsername("anna.reed");
        simulator.clock().advance(Duration.ofDays(30).minusMillis(1));
        anna.stopsOffers();
        assertThat(value().at("/user_preferences/0").has("wa_id")).isTrue();
        simulator.clock().advance(Duration.ofMillis(1));
        anna.writes("Me again");

        assertThat(message().has("from")).isFalse();
    }

    @Test
    void the_own_number_given_on_request_is_known_afterwards() throws Exception {
        anna.withUsername("anna.reed").chat().sharesOwnNumber("wamid.out");

        JsonNode card = message();
        assertThat(card.has("from")).isFalse();
        assertThat(card.at("/contacts/0/origin").asText()).isEqualTo("contact_request");
        anna.writes("Now you know");
        assertThat(message().path("from").asText()).isEqualTo("15550101001");
    }

    @Test
    void somebody_known_by_a_user_id_only_has_no_number_to_change() {
        assertThatThrownBy(() -> simulator.people().person("BR.1").changesNumberTo("+5511987654321"))
                .isInstanceOf(IllegalStateException.class);
    }
}
