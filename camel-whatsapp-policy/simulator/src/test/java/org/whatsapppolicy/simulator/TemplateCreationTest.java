package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;

/** What a new template has to look like; after "Template components" and the creation errors of "Error codes". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateCreationTest {

    private static final String LONG = "x".repeat(61);

    private final SimulatorClock clock = SimulatorClock.virtual(java.time.Instant.parse("2026-11-25T12:00:00Z"));
    private final Simulator simulator = Client.aSimulator().clock(clock).build().start();
    private final Graph graph = new Graph(simulator);
    private int count;

    @AfterAll
    void stop() {
        simulator.close();
    }

    private Graph.Answer create(String category, String more, String components) throws Exception {
        clock.advance(java.time.Duration.ofMinutes(2));
        return graph.post(
                Client.ACCOUNT + "/message_templates",
                "{'name':'t" + count++ + "','language':'en_US','category':'" + category + "'" + more + ",'components':["
                        + components + "]}");
    }

    private int code(String components) throws Exception {
        return create("MARKETING", "", components).code();
    }

    private static String body(String text, String... examples) {
        String shown =
                examples.length == 0 ? "" : ",'example':{'body_text':[['" + String.join("','", examples) + "']]}";
        return "{'type':'BODY','text':'" + text + "'" + shown + "}";
    }

    private static final String BODY = body("Something new is here for you.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Your order is here.                      | -1
        Hi {{1}}, your order {{2}} has arrived.  | -1
        {{1}}, your order has arrived.           | 2388299
        Your order has arrived, {{1}}            | 2388299
        Hi {{1}} {{2}}, your order has arrived.  | 2388072
        Hi {{1}}, {{2}}, {{3}}, bye.             | 2388293
        Hi {{2}}, your order has arrived.        | 2388072
        Hi {{name}}, your order has arrived.     | 2388072
        """)
    void variables_of_the_body_are_numbered_well_placed_and_not_too_many(String text, int code) throws Exception {
        assertThat(code(body(text, "a", "b", "c"))).isEqualTo(code);
    }

    @Test
    void named_variables_need_the_format_and_examples() throws Exception {
        String named = "{'type':'BODY','text':'Hi {{first_name}}, use {{code}} today.','example':"
                + "{'body_text_named_params':[{'param_name':'first_name','example':'Ada'},"
                + "{'param_name':'code','example':'25OFF'}]}}";
        assertThat(create("MARKETING", ",'parameter_format':'named'", named).code())
                .isEqualTo(-1);
        assertThat(code(named)).isEqualTo(2388072);
        assertThat(code(body("Hi {{1}}, your order is here.")))
                .as("without example")
                .isEqualTo(2388072);
        assertThat(create("MARKETING", ",'parameter_format':'other'", named).code())
                .isEqualTo(100);
    }

    @Test
    void lengths_are_limited() throws Exception {
        String footer = ",{'type':'FOOTER','text':'";
        assertThat(code(body("x".repeat(1024)) + footer + "f'}")).isEqualTo(-1);
        assertThat(code(body("x".repeat(1025)) + footer + "f'}")).isEqualTo(2388040);
        assertThat(code(body("x".repeat(32_768)))).as("a body alone").isEqualTo(-1);
        assertThat(code(BODY + footer + LONG + "'}")).isEqualTo(2388040);
        assertThat(code(BODY + ",{'type':'HEADER','format':'TEXT','text':'" + LONG + "'}"))
                .isEqualTo(2388040);
        assertThat(code(BODY + buttons("{'type':'QUICK_REPLY','text':'" + "x".repeat(26) + "'}")))
                .isEqualTo(2388040);
    }

    @Test
    void headers_have_a_known_format_one_variable_and_samples() throws Exception {
        String header = BODY + ",{'type':'HEADER','format':'";
        assertThat(code(header + "TEXT','text':'Our {{1}} sale','example':{'header_text':['Summer']}}"))
                .isEqualTo(-1);
        assertThat(code(header + "TEXT','text':'Our {{1}} sale'}")).isEqualTo(2388047);
        assertThat(code(header + "TEXT','text':'{{1}} and {{2}}','example':{'header_text':['a']}}"))
                .isEqualTo(2388047);
        assertThat(code(header + "IMAGE','example':{'header_handle':['4::aW']}}"))
                .isEqualTo(-1);
        assertThat(code(header + "IMAGE'}")).isEqualTo(2388047);
        assertThat(code(header + "LOCATION'}")).isEqualTo(-1);
        assertThat(code(header + "SMELL'}")).isEqualTo(2388047);
    }

    @Test
    void footers_have_no_variables_and_a_body_is_needed() throws Exception {
        assertThat(code(BODY + ",{'type':'FOOTER','text':'Bye {{1}} bye'}")).isEqualTo(2388073);
        assertThat(code("{'type':'FOOTER','text':'Bye'}")).isEqualTo(2388072);
        assertThat(code(BODY + "," + BODY)).as("twice").isEqualTo(100);
        assertThat(code(BODY + ",{'type':'SOUND'}")).isEqualTo(100);
        assertThat(code("")).isEqualTo(100);
    }

    private static String buttons(String... buttons) {
        return ",{'type':'BUTTONS','buttons':[" + String.join(",", buttons) + "]}";
    }

    @Test
    void buttons_are_limited_by_kind_and_quick_replies_stand_together() throws Exception {
        String reply = "{'type':'QUICK_REPLY','text':'Yes'}";
        String url = "{'type':'URL','text':'Shop','url':'https://shop.example/'}";
        String phone = "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550100001'}";
        String copy = "{'type':'COPY_CODE','example':'25OFF'}";

        assertThat(code(BODY + buttons(reply, reply, url, url, phone, copy))).isEqualTo(-1);
        assertThat(code(BODY + buttons(url, reply, url))).isEqualTo(100);
        assertThat(code(BODY + buttons(url, url, url))).isEqualTo(100);
        assertThat(code(BODY + buttons(phone, phone))).isEqualTo(100);
        assertThat(code(BODY + buttons(copy, copy))).isEqualTo(100);
        assertThat(code(BODY + buttons(copy.replace("25OFF", "x".repeat(21))))).isEqualTo(2388040);
        String[] eleven = new String[11];
        java.util.Arrays.fill(eleven, reply);
        assertThat(code(BODY + buttons(eleven))).isEqualTo(100);
        assertThat(code(BODY + ",{'type':'BUTTONS','buttons':[]}")).isEqualTo(100);
    }

    @Test
    void a_variable_in_an_address_stands_at_its_end() throws Exception {
        String url =
                "{'type':'URL','text':'Shop','url':'https://shop.example/{{1}}','example':['https://shop.example/a']}";
        assertThat(code(BODY + buttons(url))).isEqualTo(-1);
        assertThat(code(BODY + buttons(url.replace("{{1}}", "{{1}}/a")))).isEqualTo(100);
        assertThat(code(BODY + buttons(url.replace(",'example':['https://shop.example/a']", ""))))
                .isEqualTo(100);
        assertThat(code(BODY + buttons(url.replace("{{1}}", "x".repeat(2000))))).isEqualTo(2388040);
    }

    private static String card(String format) {
        return "{'components':[{'type':'HEADER','format':'" + format + "','example':{'header_handle':['4::aW']}},"
                + body("Rare succulents for sale.")
                + ",{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'More'}]}]}";
    }

    private static String carousel(String... cards) {
        return BODY + ",{'type':'CAROUSEL','cards':[" + String.join(",", cards) + "]}";
    }

    @Test
    void a_carousel_has_two_to_ten_cards_of_one_shape() throws Exception {
        assertThat(code(carousel(card("IMAGE"), card("IMAGE")))).isEqualTo(-1);
        assertThat(code(carousel(card("IMAGE")))).isEqualTo(100);
        assertThat(code(carousel(card("IMAGE"), card("VIDEO")))).isEqualTo(100);
        assertThat(code(carousel(card("DOCUMENT"), card("DOCUMENT")))).isEqualTo(2388047);
        String[] eleven = new String[11];
        java.util.Arrays.fill(eleven, card("IMAGE"));
        assertThat(code(carousel(eleven))).isEqualTo(100);
        String wordy = card("IMAGE").replace("Rare", "Rare" + "x".repeat(160));
        assertThat(code(carousel(wordy, wordy))).isEqualTo(2388040);
        String three = card("IMAGE")
                .replace(
                        "{'type':'QUICK_REPLY','text':'More'}",
                        "{'type':'QUICK_REPLY','text':'A'},{'type':'QUICK_REPLY','text':'B'},"
                                + "{'type':'QUICK_REPLY','text':'C'}");
        assertThat(code(carousel(three, three))).isEqualTo(100);
    }

    @Test
    void a_limited_time_offer_is_short_for_marketing_and_without_footer() throws Exception {
        String offer =
                ",{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Expiring offer!','has_expiration':true}}";
        assertThat(code(BODY + offer)).isEqualTo(-1);
        assertThat(code(BODY + offer.replace("Expiring offer!", "An offer that expires")))
                .isEqualTo(2388040);
        assertThat(create("UTILITY", "", BODY + offer).code()).isEqualTo(100);
        assertThat(code(BODY + offer + ",{'type':'FOOTER','text':'Bye'}")).isEqualTo(100);
        assertThat(code(body("x".repeat(601)) + offer)).isEqualTo(2388040);
        assertThat(code(BODY + offer + buttons("{'type':'COPY_CODE','example':'ABCDEFGHIJKLMNOP'}")))
                .isEqualTo(2388040);
    }

    @Test
    void an_authentication_template_has_no_texts_of_its_own_and_one_button() throws Exception {
        String good =
                "{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':5},"
                        + "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE','text':'Copy Code'}]}";
        assertThat(create("AUTHENTICATION", ",'message_send_ttl_seconds':60", good)
                        .code())
                .isEqualTo(-1);
        assertThat(create("AUTHENTICATION", "", good.replace("'add_security_recommendation':true", "'text':'Code'"))
                        .code())
                .isEqualTo(2388072);
        assertThat(create("AUTHENTICATION", "", good.replace(":5}", ":91}")).code())
                .isEqualTo(2388073);
        assertThat(create("AUTHENTICATION", "", good.replace("COPY_CODE", "SHOUT"))
                        .code())
                .isEqualTo(100);
        assertThat(create("AUTHENTICATION", "", BODY).code()).isEqualTo(2388072);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION, 29, 100",
        "AUTHENTICATION, 901, 100",
        "UTILITY, 30, -1",
        "UTILITY, 43200, -1",
        "UTILITY, 43201, 100",
        "UTILITY, -1, -1",
        "MARKETING, 43199, 100",
        "MARKETING, 2592000, -1",
        "MARKETING, -1, 100",
    })
    void the_time_to_live_has_a_range_by_category(String category, int seconds, int code) throws Exception {
        String components = category.equals("AUTHENTICATION")
                ? "{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}"
                : BODY;
        assertThat(create(category, ",'message_send_ttl_seconds':" + seconds, components)
                        .code())
                .isEqualTo(code);
    }

    @Test
    void name_language_and_category_are_checked() throws Exception {
        String path = Client.ACCOUNT + "/message_templates";
        String draft = TemplateManagementTest.draft("good", "UTILITY");
        assertThat(graph.post(path, draft.replace("good", "Good Name")).code()).isEqualTo(100);
        assertThat(graph.post(path, draft.replace("en_US", "english")).code()).isEqualTo(100);
        assertThat(graph.post(path, draft.replace("UTILITY", "TRANSACTIONAL")).code())
                .isEqualTo(100);
        assertThat(graph.post(path, draft.replace("'name':'good',", "")).details())
                .isEqualTo("The parameter name is required.");
        assertThat(graph.post("1/message_templates", draft).subcode()).isEqualTo(33);
        assertThat(graph.form(
                                path,
                                "name=by_form&language=en_US&category=UTILITY&components="
                                        + java.net.URLEncoder.encode(
                                                "[" + BODY.replace('\'', '"') + "]",
                                                java.nio.charset.StandardCharsets.UTF_8))
                        .status())
                .as("components as JSON in a form")
                .isEqualTo(200);
    }
}
