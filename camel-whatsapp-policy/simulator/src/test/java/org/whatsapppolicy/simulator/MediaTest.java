package org.whatsapppolicy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whatsapppolicy.simulator.clock.SimulatorClock;
import org.whatsapppolicy.simulator.conformance.Conforms;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.media.StoredMedia;

/** Media, as the platform's page "Media" and the media part of its API reference have them. */
class MediaTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final String UPLOAD = Client.NUMBER + "/media";
    private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

    private final Simulator simulator =
            Client.aSimulator().clock(SimulatorClock.virtual(START)).build().start();
    private final Graph graph = new Graph(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String uploaded() throws Exception {
        Graph.Answer answer = graph.upload(UPLOAD, "image/jpeg", "image/jpeg", PICTURE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asText();
    }

    private String url(String id) throws Exception {
        return graph.get(id).json().path("url").asText();
    }

    @Test
    @Conforms("C-171")
    void an_uploaded_file_is_described_with_its_size_as_a_string_and_its_digest() throws Exception {
        String id = uploaded();

        JsonNode media = graph.get(id + "?phone_number_id=" + Client.NUMBER).json();
        assertThat(media.path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(media.path("id").asText()).isEqualTo(id);
        assertThat(media.path("mime_type").asText()).isEqualTo("image/jpeg");
        assertThat(media.path("file_size").isTextual()).isTrue();
        assertThat(media.path("file_size").asText()).isEqualTo("20");
        assertThat(media.path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE)));
        assertThat(simulator.ledger().where(entry -> entry.asked().operation() == Operation.MEDIA))
                .hasSize(2);
    }

    @Test
    @Conforms("C-172")
    void its_address_gives_the_bytes_back_to_whoever_has_a_token() throws Exception {
        String address = url(uploaded());

        Graph.Answer fetched = graph.get(address);
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.contentType()).isEqualTo("image/jpeg");
        assertThat(fetched.text()).isEqualTo("not really a picture");
        assertThat(graph.withToken("").get(address).status()).isEqualTo(401);
        assertThat(graph.withToken("wrong").get(address).status()).isEqualTo(401);
    }

    @Test
    @Conforms("C-173")
    void the_address_lives_five_minutes_and_a_new_one_can_be_asked_for() throws Exception {
        String id = uploaded();
        String address = url(id);

        simulator.clock().advance(Duration.ofSeconds(299));
        assertThat(graph.get(address).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(graph.get(address).status()).isEqualTo(404);
        assertThat(graph.get(url(id)).status()).isEqualTo(200);
        assertThat(graph.get(address.replaceAll("ext=\\d+", "ext=1999999999")).status())
                .isEqualTo(404);
    }

    @Test
    @Conforms("C-174")
    void an_upload_lives_thirty_days_and_what_a_person_sent_seven() throws Exception {
        String mine = uploaded();
        StoredMedia theirs = simulator.media().receive(Client.NUMBER, "image/jpeg", PICTURE);

        simulator.clock().advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(graph.get(url(theirs.id())).text()).isEqualTo("not really a picture");
        simulator.clock().advance(Duration.ofSeconds(1));
        Graph.Answer gone = graph.get(theirs.id());
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.code()).isEqualTo(100);
        assertThat(gone.subcode()).isEqualTo(33);
        simulator.clock().advance(Duration.ofDays(23).minusSeconds(1));
        assertThat(graph.get(mine).status()).isEqualTo(200);
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(graph.get(mine).subcode()).isEqualTo(33);
    }

    @Test
    @Conforms("C-175")
    void a_deleted_media_is_unknown_and_its_file_is_gone() throws Exception {
        String id = uploaded();
        Path file = fileOf(id);
        assertThat(file).exists();

        assertThat(graph.delete(id + "?phone_number_id=" + Client.NUMBER).success())
                .isTrue();
        assertThat(graph.get(id).subcode()).isEqualTo(33);
        assertThat(graph.delete(id).subcode()).isEqualTo(33);
        assertThat(file).doesNotExist();
    }

    @Test
    void closing_the_simulator_leaves_no_file_behind() throws Exception {
        Path file = fileOf(uploaded());
        assertThat(Files.size(file)).isEqualTo(20);

        simulator.close();
        assertThat(file).doesNotExist();
    }

    private Path fileOf(String id) {
        StoredMedia stored = simulator.media().all().get(0);
        assertThat(stored.id()).isEqualTo(id);
        return ((StoredMedia.OnDisk) stored.content()).path();
    }

    @Test
    void ids_of_nobody_are_unknown_and_another_numbers_media_is_too() throws Exception {
        Graph.Answer unknown = graph.get("699999999999999");
        assertThat(unknown.code()).isEqualTo(100);
        assertThat(unknown.subcode()).isEqualTo(33);
        assertThat(unknown.error().path("type").asText()).isEqualTo("GraphMethodException");
        assertThat(graph.get(uploaded() + "?phone_number_id=209").subcode()).isEqualTo(33);
        Graph.Answer nonsense = graph.get("not-an-id");
        assertThat(nonsense.status()).isEqualTo(404);
        assertThat(nonsense.code()).isEqualTo(803);
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, 5242880",
        "image/webp, 512000",
        "audio/ogg; codecs=opus, 16777216",
        "video/mp4, 16777216",
    })
    @Conforms("C-176")
    void every_kind_has_its_largest_size_and_one_byte_more_is_131053(String type, int largest) throws Exception {
        assertThat(graph.upload(UPLOAD, type, type, new byte[largest]).status()).isEqualTo(200);
        Graph.Answer refused = graph.upload(UPLOAD, type, type, new byte[largest + 1]);
        assertThat(refused.code()).isEqualTo(131053);
        assertThat(refused.details()).contains("at most " + largest + " bytes");
        assertThat(simulator.media().all()).hasSize(1);
    }

    @Test
    @Conforms("C-177")
    void a_type_the_platform_does_not_take_is_100_and_names_those_it_does() throws Exception {
        Graph.Answer refused = graph.upload(UPLOAD, "application/zip", "application/zip", PICTURE);

        assertThat(refused.code()).isEqualTo(100);
        assertThat(refused.details()).contains("audio/aac").contains("'application/zip'");
        assertThat(graph.upload(UPLOAD, "", "application/pdf", PICTURE).status())
                .as("without a type, that of the part decides")
                .isEqualTo(200);
    }

    @Test
    void what_is_missing_is_100() throws Exception {
        assertThat(graph.post(UPLOAD, "{'messaging_product':'whatsapp'}").details())
                .isEqualTo("The parameter file is required.");
        assertThat(graph.form(UPLOAD, "type=image/jpeg").details())
                .isEqualTo("The parameter messaging_product is required.");
        assertThat(graph.upload(UPLOAD, "image/png", "image/png", new byte[0]).code())
                .isEqualTo(131053);
    }

    @Test
    void uploading_needs_a_token_for_messaging_and_for_that_number() throws Exception {
        simulator.tokens().addWithoutPermission("reader").addFor("elsewhere", "209");

        assertThat(graph.withToken("reader")
                        .upload(UPLOAD, "image/png", "image/png", PICTURE)
                        .code())
                .isEqualTo(131005);
        assertThat(graph.withToken("elsewhere").get(uploaded()).code()).isEqualTo(200);
    }

    @Test
    void there_is_room_for_so_many_bytes_and_no_more() throws Exception {
        simulator.media().keepAtMost(30);
        String first = uploaded();

        assertThat(graph.upload(UPLOAD, "image/jpeg", "image/jpeg", PICTURE).code())
                .isEqualTo(131016);
        assertThatThrownBy(() -> simulator.media().receive(Client.NUMBER, "image/jpeg", PICTURE))
                .isInstanceOf(IllegalStateException.class);
        graph.delete(first);
        assertThat(graph.upload(UPLOAD, "image/jpeg", "image/jpeg", PICTURE).status())
                .isEqualTo(200);
    }
}
