package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.json;
import static org.whatsapppolicy.simulator.Client.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.shown.ShownButton;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** What a send puts into an approved template: the section on template messages of the pages on sending. */
class TemplateRulesTest {

    private static final String ANNA = "+15550101001";
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Simulator simulator;
    private static Client client;

    @BeforeAll
    static void start() throws JsonProcessingException {
        simulator = aSimulator()
                .clock(SimulatorClock.virtual(START))
                .template(of("plain", "UTILITY", "[{'type':'BODY','text':'Hello.'}]"))
                .template(of(
                        "order",
                        "UTILITY",
                        "[{'type':'HEADER','format':'TEXT','text':'Order {{1}}'},"
                                + "{'type':'BODY','text':'Dear {{1}}, {{2}} comes on {{3}}. Bye {{1}}.'},"
                                + "{'type':'FOOTER','text':'The shop'},{'type':'BUTTONS','buttons':["
                                + "{'type':'QUICK_REPLY','text':'Stop'},"
                                + "{'type':'URL','text':'Track','url':'https://shop.example/t/{{1}}'},"
                                + "{'type':'URL','text':'Shop','url':'https://shop.example'},"
                                + "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550100001'},"
                                + "{'type':'COPY_CODE'}]}]"))
                .template(of("named", "MARKETING", "[{'type':'BODY','text':'Hi {{first_name}}, {{discount}} off.'}]"))
                .template(
                        of("place", "UTILITY", "[{'type':'HEADER','format':'LOCATION'},{'type':'BODY','text':'Here'}]"))
                .template(of(
                        "offer",
                        "MARKETING",
                        "[{'type':'BODY','text':'Now!'},{'type':'LIMITED_TIME_OFFER','limited_time_offer':"
                                + "{'text':'Ends soon','has_expiration':true}}]"))
                .template(of(
                        "cards",
                        "MARKETING",
                        "[{'type':'BODY','text':'Look, {{1}}'},{'type':'CAROUSEL','cards':[" + approvedCard() + ","
                                + approvedCard() + "]}]"))
                .template(of(
                        "actions",
                        "MARKETING",
                        "[{'type':'BODY','text':'See'},{'type':'BUTTONS','buttons':[{'type':'FLOW','text':'Book'},"
                                + "{'type':'CATALOG','text':'All'},{'type':'MPM','text':'Some'}]}]"))
                .template(SimulatedTemplate.authentication("code", "en_US"))
                .template(SimulatedTemplate.of("picture", "en_US", "MARKETING").withMediaHeader("IMAGE"))
                .build()
                .start();
        client = new Client(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static SimulatedTemplate of(String name, String category, String components)
            throws JsonProcessingException {
        JsonNode parsed = JSON.readTree(json(components));
        return SimulatedTemplate.of(name, "en_US", category).withComponents(parsed);
    }

    private static String approvedCard() {
        return "{'components':[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'Use {{1}}'},"
                + "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'More'}]}]}";
    }

    private static String card(int index, String code) {
        return "{'card_index':" + index + ",'components':[{'type':'header','parameters':[{'type':'image','image':"
                + "{'link':'https://cdn.example/c.png'}}]},{'type':'body','parameters':[{'type':'text','text':'" + code
                + "'}]},{'type':'button','sub_type':'quick_reply','index':'0','parameters':[{'type':'payload',"
                + "'payload':'more-" + index + "'}]}]}";
    }

    private static String texts(String type, String... values) {
        StringBuilder parameters = new StringBuilder();
        for (String value : values) {
            parameters.append(parameters.isEmpty() ? "" : ",");
            parameters.append("{'type':'text','text':'").append(value).append("'}");
        }
        return "{'type':'" + type + "','parameters':[" + parameters + "]}";
    }

    private static String button(String subType, int index, String parameter) {
        return "{'type':'button','sub_type':'" + subType + "','index':" + index + ",'parameters':[" + parameter + "]}";
    }

    private static Client.Answer send(String name, String components) throws Exception {
        return client.send(template(ANNA, name, "en_US", json(components)));
    }

    private static ShownContent.Rich shown(String name, String components) throws Exception {
        Client.Answer answer = send(name, components);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        ShownMessage message =
                simulator.people().person(ANNA).chat(Client.NUMBER).message(answer.wamid());
        return (ShownContent.Rich) Objects.requireNonNull(message).content();
    }

    private static String order(String... buttons) {
        String url = button("url", 1, "{'type':'text','text':'t-42'}");
        String code = button("copy_code", 4, "{'type':'coupon_code','coupon_code':'25OFF'}");
        return "[" + texts("header", "42") + "," + texts("body", "Ada", "it", "Monday") + ","
                + (buttons.length == 0 ? url + "," + code : String.join(",", buttons)) + "]";
    }

    @Test
    void everything_is_filled_in_as_the_person_sees_it() throws Exception {
        ShownContent.Rich rich = shown("order", order());

        assertThat(rich.header()).isEqualTo(new ShownContent.Text("Order 42", false));
        assertThat(rich.body()).isEqualTo("Dear Ada, it comes on Monday. Bye Ada.");
        assertThat(rich.footer()).isEqualTo("The shop");
        assertThat(rich.template()).isNotNull();
        assertThat(rich.buttons())
                .containsExactly(
                        new ShownButton(ShownButton.Kind.QUICK_REPLY, "Stop", "Stop"),
                        new ShownButton(ShownButton.Kind.URL, "Track", "https://shop.example/t/t-42"),
                        new ShownButton(ShownButton.Kind.URL, "Shop", "https://shop.example"),
                        new ShownButton(ShownButton.Kind.PHONE_NUMBER, "Call", "+15550100001"),
                        new ShownButton(ShownButton.Kind.COPY_CODE, "", "25OFF"));
    }

    @Test
    void a_quick_reply_brings_back_the_payload_of_the_send() throws Exception {
        String payload = button("quick_reply", 0, "{'type':'payload','payload':'STOP_ALL'}");
        ShownContent.Rich rich = shown(
                "order",
                order(
                        payload,
                        button("url", 1, "{'type':'text','text':'x'}"),
                        button("copy_code", 4, "{'type':'coupon_code','coupon_code':'25OFF'}")));

        assertThat(rich.buttons().get(0)).isEqualTo(new ShownButton(ShownButton.Kind.QUICK_REPLY, "Stop", "STOP_ALL"));
    }

    @Test
    void named_parameters_come_in_any_order() throws Exception {
        assertThat(shown(
                                "named",
                                "[{'type':'body','parameters':[{'type':'text','parameter_name':'discount','text':'25%'},"
                                        + "{'type':'text','parameter_name':'first_name','text':'Ada'}]}]")
                        .body())
                .isEqualTo("Hi Ada, 25% off.");
    }

    @Test
    void currency_and_date_show_their_fallback() throws Exception {
        String components = "[" + texts("header", "1")
                + ",{'type':'body','parameters':[{'type':'text','text':'Ada'},{'type':'currency','currency':"
                + "{'fallback_value':'$100.99','code':'USD','amount_1000':100990}},{'type':'date_time','date_time':"
                + "{'fallback_value':'today'}}]}," + button("url", 1, "{'type':'text','text':'x'}") + ","
                + button("copy_code", 4, "{'type':'coupon_code','coupon_code':'C'}") + "]";

        assertThat(shown("order", components).body()).isEqualTo("Dear Ada, $100.99 comes on today. Bye Ada.");
    }

    @Test
    void a_place_may_stand_in_the_header() throws Exception {
        assertThat(shown(
                                "place",
                                "[{'type':'header','parameters':[{'type':'location','location':{'latitude':'1.5',"
                                        + "'longitude':'-2','name':'Depot','address':'1 Way'}}]}]")
                        .header())
                .isEqualTo(new ShownContent.Location(1.5, -2, "Depot", "1 Way"));
    }

    @Test
    void a_code_is_told_twice_and_has_15_characters() throws Exception {
        String both = "[" + texts("body", "J4SP3R") + "," + button("url", 0, "{'type':'text','text':'J4SP3R'}") + "]";

        assertThat(shown("code", both).body()).startsWith("J4SP3R is your verification code.");
        assertThat(send("code", "[" + texts("body", "J4SP3R") + "]").code()).isEqualTo(131008);
        assertThat(send("code", both.replace("'text':'J4SP3R'}]}]", "'text':'OTHER'}]}]"))
                        .code())
                .isEqualTo(132008);
        assertThat(send("code", both.replace("J4SP3R", "X".repeat(16))).code()).isEqualTo(100);
    }

    @Test
    void an_offer_ends_in_the_future() throws Exception {
        String offer = "[{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer',"
                + "'limited_time_offer':{'expiration_time_ms':%d}}]}]";

        assertThat(send("offer", offer.formatted(START.plus(Duration.ofDays(1)).toEpochMilli()))
                        .status())
                .isEqualTo(200);
        assertThat(send("offer", offer.formatted(START.toEpochMilli())).code()).isEqualTo(131009);
        assertThat(send("offer", "[]").code()).isEqualTo(131008);
        assertThat(send("plain", offer.formatted(1)).code()).isEqualTo(132012);
    }

    @Test
    void a_carousel_has_as_many_cards_as_were_approved() throws Exception {
        String start = "[" + texts("body", "Ada") + ",{'type':'carousel','cards':[";
        ShownContent.Rich rich = shown("cards", start + card(0, "A") + "," + card(1, "B") + "]}]");

        assertThat(rich.cards()).hasSize(2);
        assertThat(rich.cards().get(1).body()).isEqualTo("Use B");
        assertThat(rich.cards().get(1).buttons())
                .containsExactly(new ShownButton(ShownButton.Kind.QUICK_REPLY, "More", "more-1"));
        assertThat(send("cards", start + card(0, "A") + "]}]").code()).isEqualTo(132012);
        assertThat(send("cards", "[" + texts("body", "Ada") + "]").code()).isEqualTo(132012);
        assertThat(send("cards", start + card(0, "A") + "," + card(0, "B") + "]}]")
                        .code())
                .isEqualTo(131009);
    }

    @Test
    void flows_catalogs_and_product_lists_take_an_action() throws Exception {
        String products = button(
                "mpm",
                2,
                "{'type':'action','action':{'thumbnail_product_retailer_id':'s','sections':[{'title':'P',"
                        + "'product_items':[{'product_retailer_id':'s'}]}]}}");
        String flow = button("flow", 0, "{'type':'action','action':{'flow_token':'t','flow_action_data':{'k':'v'}}}");
        String catalog = button("CATALOG", 1, "{'type':'action','action':{'thumbnail_product_retailer_id':'s'}}");

        assertThat(shown("actions", "[" + products + "," + flow + "," + catalog + "]")
                        .buttons())
                .extracting(ShownButton::kind)
                .containsExactly(ShownButton.Kind.FLOW, ShownButton.Kind.CATALOG, ShownButton.Kind.CATALOG);
        assertThat(send("actions", "[" + flow + "]").code()).isEqualTo(131008);
        assertThat(send("actions", "[" + products.replace("'sections'", "'parts'") + "]")
                        .code())
                .isEqualTo(131008);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | {} | 131009 | components",
                "plain | [{}] | 131008 | components.type",
                "plain | [{'type':'tail'}] | 131009 | components.type",
                "plain | [{'type':'body','parameters':7}] | 131009 | parameters",
                "plain | [{'type':'body'},{'type':'body'}] | 131009 | components.type",
                "plain | [{'type':'body','parameters':[{'type':'text','text':'x'}]}] | 132000 | (1)",
                "plain | [{'type':'button','sub_type':'url','index':0}] | 132000 | index 0",
                "plain | [{'type':'button','index':0}] | 131008 | sub_type",
                "plain | [{'type':'button','sub_type':'lever','index':0}] | 131009 | sub_type",
                "plain | [{'type':'button','sub_type':'url'}] | 131008 | index",
                "plain | [{'type':'button','sub_type':'url','index':12}] | 131009 | index",
                "named | [{'type':'body','parameters':[{'type':'text','parameter_name':'x','text':'1'},"
                        + "{'type':'text','parameter_name':'discount','text':'1'}]}] | 132000 | parameter_name",
                "named | [{'type':'body','parameters':[{'type':'text','parameter_name':'discount','text':'1'},"
                        + "{'type':'text','parameter_name':'discount','text':'1'}]}] | 132000 | parameter_name",
                "picture | [] | 132012 | expected IMAGE, received UNKNOWN",
                "picture | [{'type':'header','parameters':[{'type':'video'}]}] | 132012 | received VIDEO",
                "picture | [{'type':'header','parameters':[{'type':'image','image':{}}]}] | 131008 | image.id",
                "picture | [{'type':'header','parameters':[{'type':'image','image':{'id':'6'}}]}] | 100 | image.id",
                "place | [{'type':'header','parameters':[{'type':'location','location':{}}]}] | 131008 | latitude",
            })
    void each_mistake_has_its_code(String name, String components, int code, String inDetails) throws Exception {
        Client.Answer answer = send(name, components);

        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.details()).contains(inDetails);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url        | 0 | {'type':'text','text':'x'} | 132012 | expected QUICK_REPLY",
                "url        | 1 | {'type':'payload','payload':'x'} | 132012 | expected TEXT, received PAYLOAD",
                "url        | 1 | {'text':'x'} | 131008 | button.parameters.type",
                "url        | 2 | {'type':'text','text':'x'} | 132000 | index 2 takes no parameter",
                "url        | 9 | {'type':'text','text':'x'} | 132000 | index 9",
                "copy_code  | 4 | {'type':'coupon_code','coupon_code':'A-CODE-OF-MORE-THAN-20'} | 100 | 20",
                "quick_reply| 0 | {'type':'payload'} | 131008 | payload",
            })
    void each_mistake_in_a_button_has_its_code(String subType, int index, String parameter, int code, String inDetails)
            throws Exception {
        String address = button("url", 1, "{'type':'text','text':'x'}");
        String code25 = button("copy_code", 4, "{'type':'coupon_code','coupon_code':'25OFF'}");
        String wrong = button(subType, index, parameter);
        String buttons = index == 1 ? wrong : index == 4 ? address + "," + wrong : address + "," + wrong + "," + code25;

        Client.Answer answer = send("order", order(buttons));

        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.details()).contains(inDetails);
    }

    @Test
    void a_url_with_a_variable_and_a_coupon_have_to_be_filled_in() throws Exception {
        assertThat(send("order", order(button("url", 1, "{'type':'text','text':'x'}")))
                        .details())
                .isEqualTo("buttons: Button at index 4 of type COPY_CODE requires a parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fallback_value':'1','code':'dollar','amount_1000':1} | 132008",
                "{'fallback_value':'1','code':'USD','amount_1000':'much'} | 132008",
                "{'code':'USD','amount_1000':1} | 131008",
            })
    void money_is_checked(String currency, int code) throws Exception {
        String body = "[{'type':'body','parameters':[{'type':'currency','parameter_name':'discount','currency':"
                + currency + "},{'type':'text','parameter_name':'first_name','text':'Ada'}]}]";

        assertThat(send("named", body).code()).isEqualTo(code);
    }

    @Test
    void the_language_policy_is_deterministic_or_left_out() throws Exception {
        String message = "{'messaging_product':'whatsapp','to':'" + ANNA
                + "','type':'template','template':{'name':'plain','language':{'code':'en_US','policy':'%s'}}}";

        assertThat(client.send(json(message.formatted("deterministic"))).status())
                .isEqualTo(200);
        assertThat(client.send(json(message.formatted("fallback"))).code()).isEqualTo(131009);
    }
}
