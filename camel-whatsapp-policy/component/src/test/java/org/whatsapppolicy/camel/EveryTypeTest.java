package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.policy.message.AddressMessage;
import org.whatsapppolicy.policy.message.AudioMessage;
import org.whatsapppolicy.policy.message.CallPermissionMessage;
import org.whatsapppolicy.policy.message.CallToActionMessage;
import org.whatsapppolicy.policy.message.CarouselCard;
import org.whatsapppolicy.policy.message.CarouselMessage;
import org.whatsapppolicy.policy.message.CatalogMessage;
import org.whatsapppolicy.policy.message.ContactCard;
import org.whatsapppolicy.policy.message.ContactRequestMessage;
import org.whatsapppolicy.policy.message.ContactsMessage;
import org.whatsapppolicy.policy.message.DocumentMessage;
import org.whatsapppolicy.policy.message.FlowMessage;
import org.whatsapppolicy.policy.message.ImageMessage;
import org.whatsapppolicy.policy.message.InteractiveHeader;
import org.whatsapppolicy.policy.message.ListMessage;
import org.whatsapppolicy.policy.message.ListRow;
import org.whatsapppolicy.policy.message.ListSection;
import org.whatsapppolicy.policy.message.LocationMessage;
import org.whatsapppolicy.policy.message.LocationRequestMessage;
import org.whatsapppolicy.policy.message.Media;
import org.whatsapppolicy.policy.message.OutboundMessage;
import org.whatsapppolicy.policy.message.ProductListMessage;
import org.whatsapppolicy.policy.message.ProductMessage;
import org.whatsapppolicy.policy.message.ProductSection;
import org.whatsapppolicy.policy.message.ReactionMessage;
import org.whatsapppolicy.policy.message.ReplyButton;
import org.whatsapppolicy.policy.message.ReplyButtonsMessage;
import org.whatsapppolicy.policy.message.StickerMessage;
import org.whatsapppolicy.policy.message.TemplateHeader;
import org.whatsapppolicy.policy.message.TemplateMessage;
import org.whatsapppolicy.policy.message.TextMessage;
import org.whatsapppolicy.policy.message.VideoMessage;

/** Every kind of message reaches the platform as it was made, and the platform takes it: typed from Java, as a map from YAML. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeTest {

    /** In India, where alone addresses can be asked for. */
    private static final String PRIYA = "+919876543210";

    private static final Map<String, Object> TO_PRIYA = Map.of(WhatsAppPolicyConstants.RECIPIENT, PRIYA);

    private static final String ROUTE = """
            - route:
                from:
                  uri: direct:map
                  steps:
                    - setBody: { simple: "${body[message]}" }
                    - to: { uri: "whatsapp-policy:send", parameters: { purpose: slip, recipient: "${header.phone}" } }
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final Rig rig = new Rig();

    @BeforeAll
    void start() throws Exception {
        rig.start().agreed(PRIYA, "slip").wrote(PRIYA);
        PluginHelper.getRoutesLoader(rig.camel).loadRoutes(ResourceHelper.fromString("map.yaml", ROUTE));
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    static Stream<OutboundMessage> messages() {
        return Stream.of(
                TextMessage.of("See https://shop.example").withPreviewUrl(),
                ImageMessage.link("https://cdn.example/a.png").withCaption("A"),
                VideoMessage.link("https://cdn.example/a.mp4").withCaption("A"),
                AudioMessage.link("https://cdn.example/a.mp3"),
                AudioMessage.link("https://cdn.example/a.ogg").asVoice(),
                DocumentMessage.link("https://cdn.example/a", "slip.pdf").withCaption("A"),
                StickerMessage.link("https://cdn.example/a.webp"),
                LocationMessage.of(-23.5, -46.6).named("Office", "1 Example Way"),
                ContactsMessage.of(ContactCard.of("Ada", "Example").withPhone("+15550101999", "Mobile", "15550101999")),
                ReplyButtonsMessage.of("Body", new ReplyButton("yes", "Yes"), new ReplyButton("no", "No"))
                        .withHeader(InteractiveHeader.image(Media.link("https://cdn.example/a.png")))
                        .withFooter("Footer"),
                ListMessage.of(
                                "Body",
                                "Choose",
                                ListSection.of("Fast", new ListRow("a", "A", "1 day")),
                                ListSection.of("Slow", ListRow.of("b", "B")))
                        .withHeader(InteractiveHeader.text("Header")),
                CallToActionMessage.of("Body", "Open", "https://shop.example")
                        .withHeader(InteractiveHeader.document(
                                Media.link("https://cdn.example/a").named("slip.pdf"))),
                FlowMessage.id("930000000000001", "Body", "Book")
                        .token("token")
                        .navigate("FIRST", Map.of("key", "value"))
                        .build(),
                LocationRequestMessage.of("Where are you?"),
                ContactRequestMessage.of("May we have your number?"),
                CallPermissionMessage.of("May we call?"),
                AddressMessage.of("Where to?", "IN"),
                CatalogMessage.of("Body", "sku-1"),
                ProductMessage.of("500000000000001", "sku-1").withBody("Body"),
                ProductListMessage.of(
                        "Plants", "Body", "500000000000001", ProductSection.of("Small", "sku-1", "sku-2")),
                CarouselMessage.of("Body", card(0), card(1)),
                CarouselMessage.of(
                        "Body",
                        CarouselCard.product("500000000000001", "sku-1"),
                        CarouselCard.product("500000000000001", "sku-2")),
                TemplateMessage.builder("slip_due_pdf", "pt_BR")
                        .header(TemplateHeader.document(
                                Media.link("https://cdn.example/a").named("slip.pdf")))
                        .body("Priya")
                        .build());
    }

    private static CarouselCard card(int n) {
        return CarouselCard.link(
                Media.link("https://cdn.example/" + n + ".png"), "Deal " + n, "Shop", "https://shop.example/" + n);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void typed_from_java(OutboundMessage message) {
        assertAccepted(message, rig.send(Rig.SEND, message, TO_PRIYA));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void as_a_map_from_yaml(OutboundMessage message) {
        Map<String, Object> map = message.content().body();

        assertAccepted(message, rig.send("direct:map", Map.of("message", map), Map.of("phone", PRIYA)));
    }

    @Test
    void a_reaction_and_an_answer_name_a_message_of_the_person() {
        String theirs = rig.simulator.people().person(PRIYA).writes("Oi");
        OutboundMessage answer = TextMessage.of("Hello").inReplyTo(theirs);

        for (OutboundMessage message :
                List.of(new ReactionMessage(theirs, "👍"), ReactionMessage.removed(theirs), answer)) {
            assertAccepted(message, rig.send(Rig.SEND, message, TO_PRIYA));
        }
        Exchange quoting = rig.send(Rig.SEND + "&replyTo=${header.quoted}", "Hello", headers(Map.of("quoted", theirs)));
        assertAccepted(answer, quoting);
    }

    private static Map<String, Object> headers(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(TO_PRIYA);
        all.putAll(more);
        return all;
    }

    private void assertAccepted(OutboundMessage message, Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME))
                .as(String.valueOf(header(exchange, WhatsAppPolicyConstants.EXPLANATION)))
                .isEqualTo("accepted");
        List<JsonNode> taken = rig.accepted().stream()
                .filter(entry -> String.valueOf(entry.wamid()).equals(header(exchange, WhatsAppPolicyConstants.WAMID)))
                .map(entry -> entry.asked().json())
                .toList();
        assertThat(taken).hasSize(1);
        message.content()
                .body()
                .forEach((field, value) -> assertThat(taken.get(0).path(field)).isEqualTo(readBack(value)));
    }

    /** Numbers compare as they are read from text. */
    private JsonNode readBack(Object value) {
        try {
            return json.readTree(json.writeValueAsString(value));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
