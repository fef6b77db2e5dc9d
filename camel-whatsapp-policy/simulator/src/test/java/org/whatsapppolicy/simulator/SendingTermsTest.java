package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.message.AccountTerms;
import org.whatsapppolicy.simulator.message.ClosedWindow;
import org.whatsapppolicy.simulator.template.SimulatedTemplate;

/** Direct Send, the Marketing Messages API, and accounts that may send less than others. */
class SendingTermsTest {

    private static final String TO = "'messaging_product':'whatsapp','to':'+15550101001',";
    private static final String TEXT = "'type':'text','text':{'body':'Your order has shipped.'}";
    private static final String SALE = "'type':'template','template':{'name':'sale','language':{'code':'en_US'}}";

    private final Simulator simulator = aSimulator()
            .closedWindow(ClosedWindow.REFUSE)
            .template(SimulatedTemplate.of("sale", "en_US", "MARKETING"))
            .template(SimulatedTemplate.of("sale_for", "en_US", "MARKETING").withVariables(1))
            .template(SimulatedTemplate.of("parcel", "en_US", "UTILITY"))
            .build()
            .start();
    private final Client client = new Client(simulator);
    private final AccountTerms terms = simulator.terms(Client.ACCOUNT);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Client.Answer send(String members) throws Exception {
        return client.send(json("{" + TO + members + "}"));
    }

    private Client.Answer market(String members) throws Exception {
        return client.post(
                "/v23.0/" + Client.NUMBER + "/marketing_messages",
                json("{" + TO + members + "}"),
                "Bearer " + Client.TOKEN);
    }

    @Test
    void direct_send_has_to_be_enabled() throws Exception {
        Client.Answer answer = send("'category':'utility'," + TEXT);

        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.details()).isEqualTo("Direct Send isn't enabled for this account.");
    }

    @Test
    void direct_send_goes_outside_the_service_window() throws Exception {
        terms.directSend(true);

        assertThat(send(TEXT).code()).isEqualTo(131047);
        Client.Answer answer = send("'category':'utility','ttl_seconds':600," + TEXT);
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'category':'marketing','type':'text','text':{'body':'x'}",
                "'category':'authentication','type':'text','text':{'body':'x'}",
                "'category':'utility','ttl_seconds':29,'type':'text','text':{'body':'x'}",
                "'category':'utility','ttl_seconds':43201,'type':'text','text':{'body':'x'}",
                "'category':'utility','ttl_seconds':'soon','type':'text','text':{'body':'x'}",
                "'category':'utility','type':'location','location':{'latitude':1,'longitude':1}",
                "'category':'utility','type':'image','image':{'link':'https://cdn.example/x'}",
                "'category':'utility','type':'interactive','interactive':{'type':'location_request_message',"
                        + "'body':{'text':'x'},'action':{'name':'send_location'}}",
                "'ttl_seconds':600,'type':'text','text':{'body':'x'}",
            })
    void what_direct_send_does_not_take_is_100(String members) throws Exception {
        terms.directSend(true);

        assertThat(send(members).code()).isEqualTo(100);
    }

    @Test
    void direct_send_bodies_are_shorter() throws Exception {
        terms.directSend(true);

        assertThat(send("'category':'utility','type':'text','text':{'body':'" + "x".repeat(1025) + "'}")
                        .details())
                .contains("1024");
    }

    @Test
    void codes_sent_directly_live_15_minutes_at_most_and_need_a_phone_number() throws Exception {
        terms.directSend(true).directAuthentication(true);
        String code = "'category':'authentication','type':'text','text':{'body':'12345 is your code'}";

        assertThat(send("'ttl_seconds':900," + code).status()).isEqualTo(200);
        assertThat(send("'ttl_seconds':901," + code).code()).isEqualTo(100);
        assertThat(client.send(json("{'messaging_product':'whatsapp','recipient':'US.17'," + code + "}"))
                        .code())
                .isEqualTo(131062);
    }

    @Test
    void direct_send_can_be_blocked() throws Exception {
        terms.directSend(true).directSendBlocked(true);

        assertThat(send("'category':'utility'," + TEXT).code()).isEqualTo(139200);
    }

    @Test
    void marketing_can_be_switched_off_on_the_cloud_api() throws Exception {
        terms.marketingOnCloudApi(false);

        assertThat(send(SALE).code()).isEqualTo(131063);
        assertThat(send(SALE.replace("sale", "parcel")).status()).isEqualTo(200);
        assertThat(market(SALE).status()).isEqualTo(200);
    }

    @Test
    void the_marketing_edge_has_options_of_its_own() throws Exception {
        assertThat(market("'product_policy':'STRICT','message_activity_sharing':true," + SALE)
                        .status())
                .isEqualTo(200);
        assertThat(market("'product_policy':'LOOSE'," + SALE).code()).isEqualTo(131009);
        assertThat(send("'product_policy':'STRICT'," + SALE).code()).isEqualTo(100);
        assertThat(send("'message_activity_sharing':true," + SALE).code()).isEqualTo(100);
    }

    @Test
    void the_marketing_edge_takes_marketing_templates_only() throws Exception {
        assertThat(market(TEXT).code()).isEqualTo(131055);
        assertThat(market(SALE.replace("sale", "parcel")).code()).isEqualTo(134100);
        assertThat(market(SALE.replace("'sale'", "'nothing'")).code()).isEqualTo(132001);
    }

    @Test
    void mistakes_in_parameters_are_132018_on_the_marketing_edge() throws Exception {
        String withoutParameter = SALE.replace("'sale'", "'sale_for'");

        assertThat(market(withoutParameter).code()).isEqualTo(132018);
        assertThat(send(withoutParameter).code()).isEqualTo(132000);
    }

    @Test
    void templates_can_be_syncing_or_unavailable() throws Exception {
        terms.syncing("sale", true);
        assertThat(market(SALE).code()).isEqualTo(134101);
        terms.syncing("sale", false).unavailable("sale", true);
        Client.Answer answer = market(SALE);
        assertThat(answer.code()).isEqualTo(134102);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(send(SALE).status()).isEqualTo(200);
    }

    @Test
    void without_onboarding_strict_messages_are_refused_and_others_fall_back() throws Exception {
        terms.onboarded(false);

        assertThat(market("'product_policy':'STRICT'," + SALE).code()).isEqualTo(134102);
        assertThat(market(SALE).status()).isEqualTo(200);
    }

    @Test
    void bids_cannot_be_made_for_user_ids() throws Exception {
        terms.bidMultiplier(true);
        String byUserId = "{'messaging_product':'whatsapp','recipient':'US.17'," + SALE + "}";
        String path = "/v23.0/" + Client.NUMBER + "/marketing_messages";

        assertThat(client.post(path, json(byUserId), "Bearer " + Client.TOKEN).code())
                .isEqualTo(131062);
        assertThat(client.send(json(byUserId)).status()).isEqualTo(200);
    }

    @Test
    void the_account_that_sends_has_to_be_known() throws Exception {
        assertThat(send("'messaging_account_id':'" + Client.ACCOUNT + "'," + SALE)
                        .status())
                .isEqualTo(200);
        assertThat(send("'messaging_account_id':'109'," + SALE).code()).isEqualTo(100);
        assertThat(send("'paid_messaging_account_id':'109'," + SALE).code()).isEqualTo(100);
    }
}
