package org.whatsapppolicy.policy.message;

import static org.whatsapppolicy.policy.message.JsonFields.with;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One of every typed message, with everything that can stand in it, and what it must look like on the wire. */
record Typed(OutboundMessage message, Object wire) {

    static final byte[] BYTES = "secret".getBytes(StandardCharsets.UTF_8);

    static List<Typed> all() {
        InteractiveHeader above = InteractiveHeader.text("secret above");
        Map<String, Object> header = Map.of("type", "text", "text", "secret above");
        Map<String, Object> footer = Map.of("text", "secret below");
        Map<String, Object> body = Map.of("text", "secret body");
        return List.of(
                of(TextMessage.of("secret").withPreviewUrl(), Map.of("body", "secret", "preview_url", true)),
                of(ImageMessage.id("6001").withCaption("secret"), Map.of("id", "6001", "caption", "secret")),
                of(ImageMessage.link("https://secret.example/a.png"), Map.of("link", "https://secret.example/a.png")),
                of(VideoMessage.id("6002").withCaption("secret"), Map.of("id", "6002", "caption", "secret")),
                of(VideoMessage.link("https://secret.example/a"), Map.of("link", "https://secret.example/a")),
                of(AudioMessage.id("6003"), Map.of("id", "6003")),
                of(
                        AudioMessage.link("https://a.example/v").asVoice(),
                        Map.of("link", "https://a.example/v", "voice", true)),
                of(
                        DocumentMessage.id("6004", "secret.pdf").withCaption("secret"),
                        Map.of("id", "6004", "caption", "secret", "filename", "secret.pdf")),
                of(
                        DocumentMessage.link("https://a.example/d", "secret.pdf"),
                        Map.of("link", "https://a.example/d", "filename", "secret.pdf")),
                of(StickerMessage.id("6005"), Map.of("id", "6005")),
                of(StickerMessage.link("https://a.example/s.webp"), Map.of("link", "https://a.example/s.webp")),
                of(
                        LocationMessage.of(-23.5, -46.6).named("secret", "secret street"),
                        Map.of("latitude", -23.5, "longitude", -46.6, "name", "secret", "address", "secret street")),
                of(ContactsMessage.of(card()), List.of(wireCard())),
                of(new ReactionMessage("wamid.A", "👍"), Map.of("message_id", "wamid.A", "emoji", "👍")),
                of(ReactionMessage.removed("wamid.A"), Map.of("message_id", "wamid.A", "emoji", "")),
                of(
                        ReplyButtonsMessage.of(
                                        "secret body",
                                        new ReplyButton("yes", "secret yes"),
                                        new ReplyButton("no", "secret no"))
                                .withHeader(InteractiveHeader.image(Media.id("6001")))
                                .withFooter("secret below"),
                        with("type", "button")
                                .and("header", Map.of("type", "image", "image", Map.of("id", "6001")))
                                .and("body", body)
                                .and("footer", footer)
                                .and(
                                        "action",
                                        Map.of(
                                                "buttons",
                                                List.of(
                                                        Bodies.reply("yes", "secret yes"),
                                                        Bodies.reply("no", "secret no"))))
                                .map()),
                of(
                        ListMessage.of(
                                        "secret body",
                                        "Choose",
                                        ListSection.of("One", new ListRow("a", "secret A", "secret first")),
                                        ListSection.of("Two", ListRow.of("b", "secret B")))
                                .withHeader(above)
                                .withFooter("secret below"),
                        with("type", "list")
                                .and("header", header)
                                .and("body", body)
                                .and("footer", footer)
                                .and(
                                        "action",
                                        Map.of(
                                                "button",
                                                "Choose",
                                                "sections",
                                                List.of(
                                                        Map.of(
                                                                "title",
                                                                "One",
                                                                "rows",
                                                                List.of(Bodies.row("a", "secret A", "secret first"))),
                                                        Map.of(
                                                                "title",
                                                                "Two",
                                                                "rows",
                                                                List.of(Map.of("id", "b", "title", "secret B"))))))
                                .map()),
                of(
                        CallToActionMessage.of("secret body", "Open", "https://secret.example")
                                .withHeader(InteractiveHeader.document(
                                        Media.id("6004").named("a.pdf")))
                                .withFooter("secret below"),
                        with("type", "cta_url")
                                .and(
                                        "header",
                                        Map.of(
                                                "type",
                                                "document",
                                                "document",
                                                Map.of("id", "6004", "filename", "a.pdf")))
                                .and("body", body)
                                .and("footer", footer)
                                .and("action", Bodies.ctaUrl("Open", "https://secret.example"))
                                .map()),
                of(
                        FlowMessage.id("9301", "secret body", "Book")
                                .token("secret token")
                                .draft()
                                .navigate("FIRST", Map.of("key", "secret"))
                                .header(above)
                                .footer("secret below")
                                .build(),
                        with("type", "flow")
                                .and("header", header)
                                .and("body", body)
                                .and("footer", footer)
                                .and(
                                        "action",
                                        Map.of(
                                                "name",
                                                "flow",
                                                "parameters",
                                                Map.of(
                                                        "flow_message_version",
                                                        "3",
                                                        "flow_id",
                                                        "9301",
                                                        "flow_cta",
                                                        "Book",
                                                        "flow_token",
                                                        "secret token",
                                                        "mode",
                                                        "draft",
                                                        "flow_action",
                                                        "navigate",
                                                        "flow_action_payload",
                                                        Map.of("screen", "FIRST", "data", Map.of("key", "secret")))))
                                .map()),
                of(
                        FlowMessage.name("booking", "secret body", "Book")
                                .dataExchange()
                                .build(),
                        Bodies.with(
                                interactive(
                                        "flow",
                                        Map.of(
                                                "name",
                                                "flow",
                                                "parameters",
                                                Map.of(
                                                        "flow_message_version",
                                                        "3",
                                                        "flow_name",
                                                        "booking",
                                                        "flow_cta",
                                                        "Book",
                                                        "flow_action",
                                                        "data_exchange"))),
                                "body",
                                body)),
                of(
                        LocationRequestMessage.of("secret body"),
                        interactive("location_request_message", Map.of("name", "send_location"))),
                of(
                        ContactRequestMessage.of("secret body"),
                        interactive("contact_request", Map.of("name", "request_contact_info"))),
                of(
                        CallPermissionMessage.of("secret body"),
                        interactive("call_permission_request", Map.of("name", "call_permission_request"))),
                of(
                        AddressMessage.of("secret body", "IN"),
                        interactive(
                                "address_message",
                                Map.of("name", "address_message", "parameters", Map.of("country", "IN")))),
                of(
                        CatalogMessage.of("secret body", "sku-1").withFooter("secret below"),
                        Bodies.with(
                                interactive(
                                        "catalog_message",
                                        Map.of(
                                                "name",
                                                "catalog_message",
                                                "parameters",
                                                Map.of("thumbnail_product_retailer_id", "sku-1"))),
                                "footer",
                                footer)),
                of(
                        ProductMessage.of("5001", "sku-1").withBody("secret body"),
                        interactive("product", Map.of("catalog_id", "5001", "product_retailer_id", "sku-1"))),
                of(
                        ProductListMessage.of(
                                "secret above", "secret body", "5001", ProductSection.of("Plants", "sku-1", "sku-2")),
                        Bodies.with(
                                interactive(
                                        "product_list",
                                        Map.of(
                                                "catalog_id",
                                                "5001",
                                                "sections",
                                                List.of(
                                                        Map.of(
                                                                "title",
                                                                "Plants",
                                                                "product_items",
                                                                List.of(
                                                                        Map.of("product_retailer_id", "sku-1"),
                                                                        Map.of("product_retailer_id", "sku-2")))))),
                                "header",
                                header)),
                of(
                        CarouselMessage.of("secret body", linkCard(0), linkCard(1)),
                        interactive("carousel", Map.of("cards", List.of(wireLinkCard(0), wireLinkCard(1))))),
                of(
                        CarouselMessage.of(
                                "secret body",
                                CarouselCard.product("5001", "sku-1"),
                                CarouselCard.product("5001", "sku-2")),
                        interactive(
                                "carousel",
                                Map.of("cards", List.of(wireProduct(0, "sku-1"), wireProduct(1, "sku-2"))))));
    }

    private static Typed of(OutboundMessage message, Object wire) {
        return new Typed(message, wire);
    }

    private static Map<String, Object> interactive(String kind, Map<String, Object> action) {
        return Map.of("type", kind, "body", Map.of("text", "secret body"), "action", action);
    }

    private static CarouselCard linkCard(int n) {
        return CarouselCard.link(Media.link("https://secret.example/" + n), "secret " + n, "Shop", "https://a.example");
    }

    private static Map<String, Object> wireLinkCard(int n) {
        return Map.of(
                "card_index",
                n,
                "type",
                "cta_url",
                "header",
                Map.of("type", "image", "image", Map.of("link", "https://secret.example/" + n)),
                "body",
                Map.of("text", "secret " + n),
                "action",
                Bodies.ctaUrl("Shop", "https://a.example"));
    }

    private static Map<String, Object> wireProduct(int n, String sku) {
        return Map.of(
                "card_index", n, "type", "product", "action", Map.of("product_retailer_id", sku, "catalog_id", "5001"));
    }

    static ContactCard card() {
        return ContactCard.of("Ada", "Secret")
                .withPhone("+5511900000000", "Mobile", "5511900000000")
                .withEmail("secret@example.com", "Work")
                .withAddress(new ContactCard.Address("Secret 1", "Santos", "SP", "11000", "Brazil", "BR", "Office"))
                .withUrl("https://secret.example", "Company")
                .withOrganisation(new ContactCard.Organisation("Secret Ltda", "Legal", "Counsel"))
                .withBirthday(LocalDate.of(1999, 1, 23));
    }

    private static Map<String, Object> wireCard() {
        return Map.of(
                "name",
                Map.of("formatted_name", "Ada Secret", "first_name", "Ada", "last_name", "Secret"),
                "phones",
                List.of(Map.of("phone", "+5511900000000", "type", "Mobile", "wa_id", "5511900000000")),
                "emails",
                List.of(Map.of("email", "secret@example.com", "type", "Work")),
                "addresses",
                List.of(Map.of(
                        "street", "Secret 1",
                        "city", "Santos",
                        "state", "SP",
                        "zip", "11000",
                        "country", "Brazil",
                        "country_code", "BR",
                        "type", "Office")),
                "urls",
                List.of(Map.of("url", "https://secret.example", "type", "Company")),
                "org",
                Map.of("company", "Secret Ltda", "department", "Legal", "title", "Counsel"),
                "birthday",
                "1999-01-23");
    }

    @Override
    public String toString() {
        return message.toString();
    }
}
