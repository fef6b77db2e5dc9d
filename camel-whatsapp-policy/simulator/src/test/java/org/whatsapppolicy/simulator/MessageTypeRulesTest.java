package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.Client.aSimulator;
import static org.whatsapppolicy.simulator.Client.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.people.Chat;
import org.whatsapppolicy.simulator.shown.Progress;
import org.whatsapppolicy.simulator.shown.ShownContent;
import org.whatsapppolicy.simulator.shown.ShownMessage;

/** Media, places, contacts and reactions: the table of message types in the pages on sending. */
class MessageTypeRulesTest {

    private static final String ANNA = "+15550101001";

    private final Simulator simulator = aSimulator()
            .clock(SimulatorClock.virtual(Instant.parse("2026-11-25T12:00:00Z")))
            .build()
            .start();
    private final Client client = new Client(simulator);
    private final Chat chat = simulator.people().person(ANNA).chat();
    private final String written = chat.writes("Hello?");

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String uploaded(String mimeType) {
        byte[] bytes = "content".getBytes(StandardCharsets.UTF_8);
        return simulator.media().receive(Client.NUMBER, mimeType, bytes).id();
    }

    private ShownMessage fate(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        simulator.clock().advance(Duration.ofSeconds(1));
        return Objects.requireNonNull(chat.message(answer.wamid()));
    }

    @ParameterizedTest
    @CsvSource({
        "image, image/jpeg",
        "video, video/mp4",
        "audio, audio/ogg; codecs=opus",
        "document, application/pdf",
        "sticker, image/webp"
    })
    @Conforms("C-206")
    void media_are_sent_by_the_id_of_an_upload(String kind, String mimeType) throws Exception {
        String id = uploaded(mimeType);

        ShownMessage shown = fate(client.send(message(kind, "{'id':'" + id + "'}")));

        assertThat(shown.progress()).isEqualTo(Progress.READ);
        assertThat(shown.content()).isEqualTo(new ShownContent.Media(kind, id, null, null, null, false));
    }

    @ParameterizedTest
    @CsvSource({"image, video/mp4", "video, image/png", "audio, image/png", "sticker, image/png"})
    @Conforms("C-207")
    void media_of_another_kind_fail_later_with_131053(String kind, String mimeType) throws Exception {
        ShownMessage shown = fate(client.send(message(kind, "{'id':'" + uploaded(mimeType) + "'}")));

        assertThat(shown.progress()).isEqualTo(Progress.FAILED);
        assertThat(shown.failure()).isEqualTo(131053);
    }

    @Test
    void an_id_nobody_uploaded_or_whose_media_is_gone_is_refused() throws Exception {
        String id = uploaded("image/png");
        simulator.clock().advance(Duration.ofDays(7));
        chat.writes("Still there?");

        assertThat(client.send(message("image", "{'id':'" + id + "'}")).code()).isEqualTo(100);
        assertThat(client.send(message("image", "{'id':'612345678901234'}")).details())
                .contains("image.id");
    }

    @Test
    @Conforms("C-208")
    void a_link_that_cannot_be_fetched_fails_later_with_131053() throws Exception {
        simulator.linkedMedia().breaks("https://cdn.example/gone");

        assertThat(fate(client.send(message("image", "{'link':'https://cdn.example/gone'}")))
                        .failure())
                .isEqualTo(131053);
        assertThat(fate(client.send(message("image", "{'link':'https://cdn.example/there','caption':'Here'}")))
                        .content())
                .isEqualTo(new ShownContent.Media("image", null, "https://cdn.example/there", "Here", null, false));
        simulator.linkedMedia().mends("https://cdn.example/gone");
        assertThat(fate(client.send(message("image", "{'link':'https://cdn.example/gone'}")))
                        .failure())
                .isZero();
    }

    @Test
    @Conforms("C-209")
    void only_ogg_is_a_voice_note() throws Exception {
        String ogg = uploaded("audio/ogg");
        String mp3 = uploaded("audio/mpeg");

        assertThat(fate(client.send(message("audio", "{'id':'" + ogg + "','voice':true}")))
                        .content()
                        .summary())
                .isEqualTo("[voice]");
        assertThat(fate(client.send(message("audio", "{'id':'" + mp3 + "','voice':true}")))
                        .failure())
                .isEqualTo(131053);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image    | {} | 131008 | image.id",
                "image    | [] | 131009 | image",
                "image    | {'link':'ftp://cdn.example/x'} | 131009 | image.link",
                "image    | {'link':'https://cdn.example/x','filename':'x.png'} | 100 | filename",
                "image    | {'link':'https://cdn.example/x','alt':'x'} | 100 | alt",
                "image    | {'link':'https://cdn.example/x','caption':7} | 131009 | image.caption",
                "audio    | {'link':'https://cdn.example/x','caption':'x'} | 100 | caption",
                "sticker  | {'link':'https://cdn.example/x','caption':'x'} | 100 | caption",
                "video    | {'link':'https://cdn.example/x','voice':true} | 100 | voice",
                "document | {'id':'my-file'} | 100 | document.id",
                "location | {'longitude':1} | 131008 | location.latitude",
                "location | {'latitude':'here','longitude':1} | 131009 | location.latitude",
                "location | {'latitude':91,'longitude':1} | 131009 | location.latitude",
                "location | {'latitude':1,'longitude':-181} | 131009 | location.longitude",
                "location | {'latitude':1,'longitude':1,'url':'x'} | 100 | url",
                "contacts | {} | 131009 | contacts",
                "contacts | [{}] | 131008 | contacts.name",
                "contacts | [{'name':{'first_name':'Ada'}}] | 131008 | formatted_name",
                "contacts | [{'name':{'formatted_name':'Ada'}}] | 131008 | first_name",
                "contacts | [{'name':{'formatted_name':'A','last_name':'A'},'birthday':'soon'}] | 131009 | birthday",
                "contacts | [{'name':{'formatted_name':'A','last_name':'A'},'phones':'1'}] | 131009 | phones",
                "contacts | [{'name':{'formatted_name':'A','last_name':'A'},'shoes':43}] | 100 | shoes",
                "reaction | {'emoji':'x'} | 131008 | message_id",
                "reaction | {'message_id':'wamid.x'} | 131008 | emoji",
                "reaction | {'message_id':'wamid.x','emoji':'well done'} | 131009 | emoji",
            })
    void each_mistake_has_its_code(String type, String object, int code, String inDetails) throws Exception {
        Client.Answer answer = client.send(message(type, object));

        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.details()).contains(inDetails);
    }

    @Test
    void captions_have_1024_characters_however_java_counts_them() throws Exception {
        String link = "{'link':'https://cdn.example/x','caption':'";

        assertThat(client.send(message("image", link + "\uD83D\uDE00".repeat(1024) + "'}"))
                        .status())
                .isEqualTo(200);
        assertThat(client.send(message("image", link + "x".repeat(1025) + "'}")).code())
                .isEqualTo(100);
    }

    @Test
    void a_place_may_be_written_in_numbers_or_texts() throws Exception {
        ShownMessage shown =
                fate(client.send(message("location", "{'latitude':'-23.5','longitude':-46.6,'name':'Centre'}")));

        assertThat(shown.content()).isEqualTo(new ShownContent.Location(-23.5, -46.6, "Centre", null));
    }

    @Test
    void contacts_are_shown_with_their_numbers() throws Exception {
        ShownMessage shown = fate(client.send(message(
                "contacts",
                "[{'name':{'formatted_name':'Ada Example','first_name':'Ada'},'phones':[{'phone':'+15550101999'}],"
                        + "'birthday':'1999-01-23','org':{'company':'Example'}}]")));

        assertThat(shown.content().summary()).isEqualTo("[contacts] Ada Example");
        assertThat(((ShownContent.Contacts) shown.content()).cards().get(0).phones())
                .containsExactly("+15550101999");
    }

    @Test
    @Conforms("C-210")
    void a_reaction_is_only_ever_told_as_sent() throws Exception {
        ShownMessage shown =
                fate(client.send(message("reaction", "{'message_id':'" + written + "','emoji':'\uD83D\uDC4D'}")));

        assertThat(shown.progress()).isEqualTo(Progress.SENT);
        assertThat(fate(client.send(message("reaction", "{'message_id':'" + written + "','emoji':''}")))
                        .content())
                .isEqualTo(new ShownContent.Reaction(written, ""));
    }

    @Test
    @Conforms("C-211")
    void a_reaction_to_something_unknown_or_30_days_old_fails_later_with_131009() throws Exception {
        String unknown = message("reaction", "{'message_id':'wamid.unknown','emoji':'\uD83D\uDC4D'}");
        String old = message("reaction", "{'message_id':'" + written + "','emoji':'\uD83D\uDC4D'}");

        assertThat(fate(client.send(unknown)).failure()).isEqualTo(131009);
        simulator.clock().advance(Duration.ofDays(30));
        chat.writes("Still there?");
        assertThat(fate(client.send(old)).failure()).isEqualTo(131009);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telegram", "system", "button", ""})
    void other_types_are_131051(String type) throws Exception {
        assertThat(client.send(Client.json(
                                "{'messaging_product':'whatsapp','to':'" + ANNA + "','type':'" + type + "'}"))
                        .code())
                .isEqualTo(131051);
    }
}
