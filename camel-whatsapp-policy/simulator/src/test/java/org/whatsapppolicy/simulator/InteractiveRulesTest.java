package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.shown.ShownSection;

/** Interactive messages: the table of interactive types in the pages on sending, row by row. */
class InteractiveRulesTest {

    private static final String ANNA = "+15550101001";
    private static final String BODY = "'body':{'text':'Body'},";
    private static Simulator simulator;
    private static Client client;

    @BeforeAll
    static void start() {
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
                .build()
                .start();
        simulator.people().person(ANNA).writes("Hello?");
        client = new Client(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static Client.Answer send(String interactive) throws Exception {
        return client.send(message("interactive", interactive));
    }

    private static ShownContent.Rich shown(String interactive) throws Exception {
        Client.Answer answer = send(interactive);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        ShownMessage message =
                simulator.people().person(ANNA).chat(Client.NUMBER).message(answer.wamid());
        return (ShownContent.Rich) Objects.requireNonNull(message).content();
    }

    private static String button(String id, String title) {
        return "{'type':'reply','reply':{'id':'" + id + "','title':'" + title + "'}}";
    }

    private static String buttons(String... buttons) {
        return "{'type':'button'," + BODY + "'action':{'buttons':[" + String.join(",", buttons) + "]}}";
    }

    private static String list(String sections) {
        return "{'type':'list'," + BODY + "'action':{'button':'Options','sections':[" + sections + "]}}";
    }

    private static String flow(String parameters) {
        return "{'type':'flow'," + BODY + "'action':{'name':'flow','parameters':{" + parameters + "}}}";
    }

    private static String rows(int from, int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            rows.append(i == from ? "" : ",").append("{'id':'r").append(i).append("','title':'Row'}");
        }
        return rows.toString();
    }

    private static String card(int index, String body) {
        return "{'card_index':" + index + ",'type':'cta_url','header':{'type':'image','image':{'link':"
                + "'https://cdn.example/c.png'}},'body':{'text':'" + body + "'},'action':{'name':'cta_url',"
                + "'parameters':{'display_text':'Shop','url':'https://shop.example/" + index + "'}}}";
    }

    private static String carousel(String... cards) {
        return "{'type':'carousel'," + BODY + "'action':{'cards':[" + String.join(",", cards) + "]}}";
    }

    @Test
    void buttons_are_shown_with_header_body_and_footer() throws Exception {
        ShownContent.Rich rich = shown("{'type':'button','header':{'type':'text','text':'Top'},'body':{'text':'Body'},"
                + "'footer':{'text':'Small print'},'action':{'buttons':[" + button("yes", "Yes") + ","
                + button("no", "No")
                + "]}}");

        assertThat(rich.kind()).isEqualTo("button");
        assertThat(rich.header()).isEqualTo(new ShownContent.Text("Top", false));
        assertThat(rich.body()).isEqualTo("Body");
        assertThat(rich.footer()).isEqualTo("Small print");
        assertThat(rich.buttons())
                .containsExactly(
                        new ShownButton(ShownButton.Kind.REPLY, "Yes", "yes"),
                        new ShownButton(ShownButton.Kind.REPLY, "No", "no"));
    }

    @Test
    void a_list_is_shown_with_its_sections() throws Exception {
        ShownContent.Rich rich =
                shown(list("{'title':'Fast','rows':[{'id':'x','title':'Express','description':'1 day'}]},"
                        + "{'title':'Slow','rows':[{'id':'g','title':'Ground'}]}"));

        assertThat(rich.buttons()).containsExactly(new ShownButton(ShownButton.Kind.LIST, "Options", ""));
        assertThat(rich.sections()).extracting(ShownSection::title).containsExactly("Fast", "Slow");
        assertThat(rich.sections().get(0).rows()).containsExactly(new ShownSection.Row("x", "Express", "1 day"));
        assertThat(shown(list("{'rows':[" + rows(0, 10) + "]}"))
                        .sections()
                        .get(0)
                        .rows())
                .hasSize(10);
    }

    @Test
    void a_carousel_shows_its_cards() throws Exception {
        ShownContent.Rich rich = shown(carousel(card(0, "Deal 0"), card(1, "Deal 1")));

        assertThat(rich.cards()).hasSize(2);
        assertThat(rich.cards().get(1).body()).isEqualTo("Deal 1");
        assertThat(rich.cards().get(1).buttons())
                .containsExactly(new ShownButton(ShownButton.Kind.URL, "Shop", "https://shop.example/1"));
        String product = "{'card_index':%d,'type':'product','action':{'catalog_id':'5','product_retailer_id':'sku-1'}}";
        assertThat(shown(carousel(product.formatted(0), product.formatted(1))).cards())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cta_url|{'name':'cta_url','parameters':{'display_text':'See','url':'https://shop.example'}}|URL",
                "flow|{'name':'flow','parameters':{'flow_message_version':'3','flow_id':'9','flow_cta':'Book'}}|FLOW",
                "flow|{'name':'flow','parameters':{'flow_message_version':'3','flow_name':'f','flow_cta':'Book',"
                        + "'mode':'draft','flow_action':'navigate','flow_token':'t','flow_action_payload':"
                        + "{'screen':'FIRST','data':{'a':1}}}}|FLOW",
                "catalog_message|{'name':'catalog_message','parameters':{'thumbnail_product_retailer_id':'s'}}|CATALOG",
                "product|{'catalog_id':'5','product_retailer_id':'sku-1'}|CATALOG",
                "location_request_message|{'name':'send_location'}|SEND_LOCATION",
                "contact_request|{'name':'request_contact_info'}|CONTACT_INFO",
                "call_permission_request|{'name':'call_permission_request'}|CALL_PERMISSION",
                "address_message|{'name':'address_message','parameters':{'country':'IN','values':{'name':'A'}}}|ADDRESS",
            })
    void other_kinds_are_taken_and_shown(String type, String action, ShownButton.Kind kind) throws Exception {
        ShownContent.Rich rich = shown("{'type':'" + type + "'," + BODY + "'action':" + action + "}");

        assertThat(rich.buttons()).extracting(ShownButton::kind).containsExactly(kind);
    }

    @Test
    void products_are_listed_under_a_header() throws Exception {
        ShownContent.Rich rich = shown("{'type':'product_list','header':{'type':'text','text':'Plants'}," + BODY
                + "'action':{'catalog_id':'5','sections':[{'title':'All','product_items':"
                + "[{'product_retailer_id':'sku-1'},{'product_retailer_id':'sku-2'}]}]}}");

        assertThat(rich.sections().get(0).rows()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 131008 | interactive.type",
                "{'type':'wheel'} | 131009 | interactive.type",
                "{'type':'button','action':{'buttons':[]}} | 131008 | interactive.body",
                "{'type':'button','body':{'text':'?'}} | 131008 | interactive.action",
                "{'type':'button','body':{'text':'?'},'style':1,'action':{}} | 100 | style",
                "{'type':'button','body':{'text':'?'},'action':{'buttons':[{'type':'call'}]}} | 131009 | buttons.type",
                "{'type':'button','body':{'text':'?'},'action':{'buttons':[{'type':'reply'}]}} | 131008 | reply",
                "{'type':'button','body':{'text':'?'},'footer':{},'action':{}} | 131008 | footer.text",
                "{'type':'button','body':{'text':'?'},'header':{'type':'sticker'},'action':{}} | 131009 | header.type",
                "{'type':'button','body':{'text':'?'},'header':{'type':'image'},'action':{}} | 131008 | header.image",
                "{'type':'button','body':{'text':'?'},'header':{'type':'text'},'action':{}} | 131008 | header.text",
                "{'type':'list','body':{'text':'?'},'action':{'sections':[]}} | 131008 | action.button",
                "{'type':'list','body':{'text':'?'},'action':{'button':'O','sections':[]}} | 131009 | sections",
                "{'type':'list','header':{'type':'image','image':{'link':'https://c.example'}},'body':{'text':'?'},"
                        + "'action':{'button':'O'}} | 131009 | header.type",
                "{'type':'cta_url','body':{'text':'?'},'action':{'name':'url'}} | 131009 | action.name",
                "{'type':'cta_url','body':{'text':'?'},'action':{'name':'cta_url'}} | 131008 | parameters",
                "{'type':'cta_url','body':{'text':'?'},'action':{'name':'cta_url','parameters':{'display_text':'D',"
                        + "'url':'shop'}}} | 131009 | url",
                "{'type':'product','header':{'type':'text','text':'T'},'action':{}} | 131009 | header",
                "{'type':'product','action':{'product_retailer_id':'s'}} | 131008 | catalog_id",
                "{'type':'product','action':{'catalog_id':'5'}} | 131008 | product_retailer_id",
                "{'type':'product_list','body':{'text':'?'},'action':{}} | 131008 | interactive.header",
                "{'type':'location_request_message','body':{'text':'?'},'action':{'name':'where'}} | 131009 | name",
                "{'type':'contact_request','body':{'text':'?'},'action':{}} | 131008 | action.name",
                "{'type':'address_message','body':{'text':'?'},'action':{'name':'address_message','parameters':"
                        + "{'country':'BR'}}} | 131009 | country",
                "{'type':'order_details','body':{'text':'?'},'action':{'name':'review_and_pay','parameters':{}}}"
                        + " | 131008 | reference_id",
            })
    void each_mistake_has_its_code(String interactive, int code, String inDetails) throws Exception {
        Client.Answer answer = send(interactive);

        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.details()).contains(inDetails);
    }

    @Test
    void buttons_are_one_to_three_and_differ_in_title_and_id() throws Exception {
        assertThat(send(buttons(button("a", "A"), button("b", "B"), button("c", "C"), button("d", "D")))
                        .code())
                .isEqualTo(131009);
        assertThat(send(buttons(button("a", "A"), button("b", "A"))).details()).contains("title");
        assertThat(send(buttons(button("a", "A"), button("a", "B"))).details()).contains("reply.id");
        assertThat(send(buttons(button(" a", "A"))).details()).contains("reply.id");
        assertThat(send(buttons(button("a".repeat(256), "A".repeat(20)))).status())
                .isEqualTo(200);
        assertThat(send(buttons(button("a".repeat(257), "A"))).code()).isEqualTo(100);
        assertThat(send(buttons(button("a", "A".repeat(21)))).code()).isEqualTo(100);
    }

    @Test
    void bodies_footers_and_headers_have_their_lengths() throws Exception {
        String rest = "'action':{'buttons':[" + button("a", "A") + "]}}";
        assertThat(send("{'type':'button','body':{'text':'" + "x".repeat(1025) + "'}," + rest)
                        .details())
                .contains("1024");
        assertThat(send("{'type':'button'," + BODY + "'footer':{'text':'" + "x".repeat(61) + "'}," + rest)
                        .details())
                .contains("60");
        assertThat(send("{'type':'button'," + BODY + "'header':{'type':'text','text':'" + "x".repeat(61) + "'}," + rest)
                        .details())
                .contains("60");
        assertThat(send("{'type':'list','body':{'text':'" + "x".repeat(4096) + "'},'action':{'button':'O','sections':"
                                + "[{'rows':[" + rows(0, 1) + "]}]}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lists_have_ten_rows_in_all_and_titles_where_there_are_several_sections() throws Exception {
        assertThat(send(list("{'rows':[" + rows(0, 11) + "]}")).code()).isEqualTo(131009);
        assertThat(send(list("{'title':'A','rows':[" + rows(0, 6) + "]},{'title':'B','rows':[" + rows(6, 5) + "]}"))
                        .details())
                .contains("rows");
        assertThat(send(list("{'rows':[" + rows(0, 1) + "]},{'title':'B','rows':[" + rows(1, 1) + "]}"))
                        .code())
                .isEqualTo(131008);
        assertThat(send(list("{'rows':[" + rows(0, 1) + "," + rows(0, 1) + "]}"))
                        .details())
                .contains("rows.id");
        assertThat(send(list("{'title':'" + "x".repeat(25) + "','rows':[" + rows(0, 1) + "]}"))
                        .details())
                .contains("24");
        assertThat(send(list("{'rows':[{'id':'a','title':'A','description':'" + "x".repeat(73) + "'}]}"))
                        .details())
                .contains("72");
        assertThat(send(list("{'rows':[{'id':'" + "x".repeat(201) + "','title':'A'}]}"))
                        .details())
                .contains("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'flow_id':'9','flow_cta':'Book'",
                "'flow_message_version':'2','flow_id':'9','flow_cta':'Book'",
                "'flow_message_version':'3','flow_cta':'Book'",
                "'flow_message_version':'3','flow_id':'9','flow_name':'f','flow_cta':'Book'",
                "'flow_message_version':'3','flow_id':'9'",
                "'flow_message_version':'3','flow_id':'9','flow_cta':'Book \uD83D\uDCC5'",
                "'flow_message_version':'3','flow_id':'9','flow_cta':'A label of more than thirty chars'",
                "'flow_message_version':'3','flow_id':'9','flow_cta':'Book','mode':'live'",
                "'flow_message_version':'3','flow_id':'9','flow_cta':'Book','flow_action':'open'",
                "'flow_message_version':'3','flow_id':'9','flow_cta':'Book','flow_action_payload':{}",
                "'flow_message_version':'3','flow_id':'9','flow_cta':'Book','flow_action_payload':{'screen':'A','data':{}}"
            })
    @Conforms("C-212")
    void flows_are_checked(String parameters) throws Exception {
        assertThat(send(flow(parameters)).code()).isIn(100, 131008, 131009);
    }

    @Test
    @Conforms("C-213")
    void carousels_have_two_to_ten_cards_of_one_kind_in_order() throws Exception {
        assertThat(send(carousel(card(0, "a"))).code()).isEqualTo(131009);
        assertThat(send(carousel(card(0, "a"), card(0, "b"))).details()).contains("card_index");
        assertThat(send(carousel(
                                card(0, "a"),
                                "{'card_index':1,'type':'product','action':{'catalog_id':'5','product_retailer_id':'s'}}"))
                        .details())
                .contains("cards.type");
        assertThat(send(carousel(card(0, "x".repeat(161)), card(1, "b"))).details())
                .contains("160");
        assertThat(send(carousel(card(0, "a\\nb\\nc\\nd"), card(1, "b"))).details())
                .contains("cards.body");
        assertThat(send("{'type':'carousel'," + BODY + "'footer':{'text':'x'},'action':{'cards':[" + card(0, "a") + ","
                                + card(1, "b") + "]}}")
                        .details())
                .contains("footer");
    }

    @Test
    @Conforms("C-214")
    void an_address_form_reaches_people_in_india_only() throws Exception {
        String form = "{'type':'address_message'," + BODY
                + "'action':{'name':'address_message','parameters':{'country':'IN'}}}";

        Client.Answer answer = send(form);
        simulator.clock().advance(Duration.ofSeconds(1));

        ShownMessage message =
                simulator.people().person(ANNA).chat(Client.NUMBER).message(answer.wamid());
        assertThat(message).isNotNull().extracting(ShownMessage::failure).isEqualTo(1026);
    }
}
