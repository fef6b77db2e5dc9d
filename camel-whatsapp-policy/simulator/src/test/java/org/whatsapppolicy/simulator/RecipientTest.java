package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.json;
import static org.whatsapppolicy.simulator.Client.text;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.number.UserIds;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.people.Person;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownMessage;

/** Whom a message goes to, what it answers to, and messages marked as read. */
class RecipientTest {

    private static final String ANNA = "+15550101001";

    private final Simulator simulator = aSimulator()
            .number("200000000000002", "+15550100002", Client.ACCOUNT)
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .build()
            .start();
    private final Client client = new Client(simulator);
    private final Person anna = simulator.people().person(ANNA);
    private final Chat chat = anna.chat();
    private final String written = chat.writes("Hello?");

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static String to(String recipient) {
        return json("{'messaging_product':'whatsapp'," + recipient + ",'type':'text','text':{'body':'Hi'}}");
    }

    @ParameterizedTest
    @CsvSource({
        "15550101001, US", "14165550101, CA", "18765550101, JM", "5521987654321, BR", "5215512345678, MX",
        "4915112345678, DE", "919876543210, IN", "77012345678, KZ", "79012345678, RU", "447700900123, GB",
        "35312345678, IE"
    })
    void everybody_has_a_user_id_of_their_country_from_which_the_number_can_be_told(String waId, String country) {
        UserIds ids = new UserIds(1);

        assertThat(ids.of(waId)).startsWith(country + ".").hasSize(23).isEqualTo(new UserIds(1).of(waId));
        assertThat(ids.waId(ids.of(waId))).isEqualTo(waId);
        assertThat(ids.waId(ids.parentOf(waId))).isEqualTo(waId);
        assertThat(ids.of(waId)).isNotEqualTo(new UserIds(2).of(waId)).isNotEqualTo(ids.of(waId + "1"));
        assertThat(ids.waId("US.10000000000000000002")).isNull();
        assertThat(ids.waId("US.99999999999999999999")).isNull();
    }

    @Test
    void a_person_is_written_to_by_the_user_id_that_came_with_the_number() throws Exception {
        Client.Answer answer = client.send(to("'recipient':'" + anna.userId() + "'"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("contacts").path(0).path("user_id").asText())
                .isEqualTo(anna.userId());
        assertThat(answer.json().path("contacts").path(0).has("wa_id")).isFalse();
        assertThat(chat.message(answer.wamid())).isNotNull();
    }

    @Test
    void a_parent_user_id_leads_to_the_same_person() throws Exception {
        String parent = new UserIds(1).parentOf("15550101001");

        Client.Answer answer = client.send(to("'recipient':'" + parent + "'"));

        assertThat(parent).startsWith("US.ENT.");
        assertThat(chat.message(answer.wamid())).isNotNull();
    }

    @Test
    void the_phone_number_wins_over_the_user_id() throws Exception {
        Client.Answer answer = client.send(to("'to':'" + ANNA + "','recipient':'US.4711'"));

        assertThat(answer.json().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo("15550101001");
        assertThat(answer.json().path("contacts").path(0).has("user_id")).isFalse();
    }

    @Test
    void a_number_may_be_a_json_number() throws Exception {
        assertThat(client.send(to("'to':15550101001")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'to':true", "'to':'+1555'", "'to':'1234567890123456'", "'to':'Anna'", "'recipient':'US'"})
    void other_recipients_are_131009(String recipient) throws Exception {
        assertThat(client.send(to(recipient.replace("\"", "'"))).code()).isEqualTo(131009);
    }

    @Test
    void a_group_is_answered_with_its_id() throws Exception {
        Client.Answer answer = client.send(to("'recipient_type':'group','to':'Y2FwaV9ncm91cA'"));

        assertThat(answer.json().path("messages").path(0).path("group_id").asText())
                .isEqualTo("Y2FwaV9ncm91cA");
    }

    @Test
    void an_identity_key_that_changed_fails_later_with_137000() throws Exception {
        anna.withIdentityKeyHash("new-phone");

        Client.Answer old = client.send(to("'to':'" + ANNA + "','recipient_identity_key_hash':'old-phone'"));
        Client.Answer now = client.send(to("'to':'" + ANNA + "','recipient_identity_key_hash':'new-phone'"));
        simulator.clock().advance(Duration.ofSeconds(1));

        assertThat(chat.message(old.wamid()))
                .isNotNull()
                .extracting(ShownMessage::failure)
                .isEqualTo(137000);
        assertThat(chat.message(now.wamid()))
                .isNotNull()
                .extracting(ShownMessage::failure)
                .isEqualTo(0);
    }

    @Test
    void a_reply_quotes_a_message() throws Exception {
        Client.Answer answer = client.send(to("'to':'" + ANNA + "','context':{'message_id':'" + written + "'}"));

        assertThat(chat.message(answer.wamid()))
                .isNotNull()
                .extracting(ShownMessage::repliesTo)
                .isEqualTo(written);
        assertThat(client.send(to("'to':'" + ANNA + "','context':{}")).code()).isEqualTo(131008);
        assertThat(client.send(to("'to':'" + ANNA + "','context':'" + written + "'"))
                        .code())
                .isEqualTo(131009);
    }

    private Client.Answer read(String number, String members) throws Exception {
        return client.post(
                "/v23.0/" + number + "/messages",
                json("{'messaging_product':'whatsapp'," + members + "}"),
                "Bearer " + Client.TOKEN);
    }

    @Test
    void marking_a_message_as_read_marks_those_before_it_too() throws Exception {
        String second = chat.writes("Anybody?");
        String third = chat.writes("Well?");

        Client.Answer answer = read(Client.NUMBER, "'status':'read','message_id':'" + second + "'");

        assertThat(answer.text()).isEqualTo("{\"success\":true}");
        assertThat(chat.messages())
                .filteredOn(message -> message.progress() == Progress.READ)
                .extracting(ShownMessage::id)
                .containsExactly(written, second);
        assertThat(chat.message(third))
                .isNotNull()
                .extracting(ShownMessage::progress)
                .isEqualTo(Progress.DELIVERED);
    }

    @Test
    void typing_shows_for_25_seconds_or_until_the_answer() throws Exception {
        String typing = "'status':'read','message_id':'" + written + "','typing_indicator':{'type':'text'}";

        read(Client.NUMBER, typing);
        assertThat(chat.businessTyping()).isTrue();
        simulator.clock().advance(Duration.ofSeconds(25));
        assertThat(chat.businessTyping()).isFalse();
        read(Client.NUMBER, typing);
        client.send(text(ANNA, "Here I am"));
        assertThat(chat.businessTyping()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'status':'read' | 131008",
                "'status':'read','message_id':'wamid.unknown' | 131009",
                "'status':'delivered','message_id':'wamid.x' | 131009",
                "'status':'read','message_id':'wamid.x','typing_indicator':{} | 131008",
                "'status':'read','message_id':'wamid.x','typing_indicator':{'type':'voice'} | 131009",
                "'status':'read','message_id':'wamid.x','to':'+15550101001' | 100",
            })
    void mistakes_in_marking_have_their_codes(String members, int code) throws Exception {
        assertThat(read(Client.NUMBER, members).code()).isEqualTo(code);
    }

    @Test
    void a_message_can_be_marked_for_30_days_and_by_the_number_it_was_written_to() throws Exception {
        String mark = "'status':'read','message_id':'" + written + "'";

        assertThat(read("200000000000002", mark).code()).isEqualTo(131009);
        simulator.clock().advance(Duration.ofDays(30).minusMillis(1));
        assertThat(read(Client.NUMBER, mark).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofMillis(1));
        assertThat(read(Client.NUMBER, mark).code()).isEqualTo(131009);
    }
}
