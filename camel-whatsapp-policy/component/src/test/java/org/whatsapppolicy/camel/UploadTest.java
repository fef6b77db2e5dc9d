package org.whatsapppolicy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.camel.Rig.ANA;
import static org.whatsapppolicy.camel.Rig.BRUNO;
import static org.whatsapppolicy.camel.Rig.SEND;
import static org.whatsapppolicy.camel.Rig.SOON;
import static org.whatsapppolicy.camel.Rig.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.ledger.MessageState;
import org.whatsapppolicy.policy.message.DocumentMessage;
import org.whatsapppolicy.policy.message.ImageMessage;
import org.whatsapppolicy.policy.message.InvalidMessageException;
import org.whatsapppolicy.policy.message.Media;
import org.whatsapppolicy.policy.message.MediaUpload;
import org.whatsapppolicy.policy.message.TemplateHeader;
import org.whatsapppolicy.policy.message.TemplateMessage;
import org.whatsapppolicy.simulator.fault.Fault;
import org.whatsapppolicy.simulator.ledger.Operation;
import org.whatsapppolicy.simulator.media.StoredMedia;

/** A file that comes with its message: uploaded when the policy says ALLOW, and at no other time. */
class UploadTest {

    private static final byte[] SLIP = "%PDF-1.7 a slip".getBytes(StandardCharsets.UTF_8);
    private static final MediaUpload FILE = MediaUpload.of(SLIP, "application/pdf");
    private static final DocumentMessage DOCUMENT = DocumentMessage.upload(FILE, "slip.pdf");
    private static final String AS_DOCUMENT = SEND + "&media=document&fileName=slip.pdf";
    private static final String AS_TEMPLATE = "&template=slip_due_pdf&templateLanguage=pt_BR&parameter.1=Ana";

    private final Rig rig = new Rig();
    private final Path folder;

    UploadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private Rig inside() throws Exception {
        return rig.start().agreed(ANA, "slip").wrote(ANA);
    }

    private static Map<String, Object> to(String phone) {
        return new HashMap<>(Map.of(WhatsAppPolicyConstants.RECIPIENT, phone));
    }

    @Test
    void a_typed_message_is_sent_with_the_id_its_file_got() throws Exception {
        inside();

        Exchange exchange = rig.send(SEND, DOCUMENT.withCaption("Boleto"), to(ANA));

        assertAccepted(exchange);
        StoredMedia stored = rig.simulator.media().all().get(0);
        assertThat(stored.sha256()).isEqualTo(FILE.sha256());
        assertThat(stored.mimeType()).isEqualTo("application/pdf");
        assertThat(rig.accepted().get(0).asked().json().path("document"))
                .hasToString("{\"caption\":\"Boleto\",\"filename\":\"slip.pdf\",\"id\":\"" + stored.id() + "\"}");
        assertThat(exchange.getMessage().getBody()).isInstanceOf(DocumentMessage.class);
    }

    @Test
    void the_body_may_be_bytes_a_stream_or_a_file() throws Exception {
        inside();
        Path file = Files.write(folder.resolve("slip.pdf"), SLIP);

        for (Object body : List.of(SLIP, new ByteArrayInputStream(SLIP), file, file.toFile())) {
            assertAccepted(rig.send(AS_DOCUMENT, body, to(ANA)));
        }

        assertThat(rig.simulator.media().all()).hasSize(4).allSatisfy(stored -> assertThat(stored.sha256())
                .isEqualTo(FILE.sha256()));
    }

    @Test
    void a_file_consumer_needs_no_more_than_the_word() throws Exception {
        Files.write(folder.resolve("slip.pdf"), SLIP);
        List<Exchange> done = new CopyOnWriteArrayList<>();
        rig.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?initialDelay=0&delay=50&noop=true")
                        .autoStartup(false)
                        .routeId("files")
                        .setHeader(WhatsAppPolicyConstants.RECIPIENT, constant(ANA))
                        .to(SEND + "&media=document")
                        .process(done::add);
            }
        });
        rig.agreed(ANA, "slip").wrote(ANA);

        rig.camel.getRouteController().startRoute("files");

        rig.simulator.ledger().awaitAccepted(1, SOON);
        assertThat(rig.accepted().get(0).asked().json().at("/document/filename").asText())
                .isEqualTo("slip.pdf");
    }

    @Test
    void a_stream_stays_readable_for_the_route() throws Exception {
        inside();

        Exchange exchange = rig.send(AS_DOCUMENT, new ByteArrayInputStream(SLIP), to(ANA));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(SLIP);
    }

    @Test
    void the_type_is_what_is_said_or_what_fits_or_what_the_name_promises() throws Exception {
        inside();
        Map<String, Object> headers = to(ANA);
        headers.put(WhatsAppPolicyConstants.MEDIA, "image");
        headers.put(Exchange.CONTENT_TYPE, "image/png; q=1");
        assertAccepted(rig.send(SEND, SLIP, headers));
        headers.put(Exchange.CONTENT_TYPE, "application/octet-stream");
        headers.put(Exchange.FILE_NAME, "in/a.jpeg");
        assertAccepted(rig.send(SEND, SLIP, headers));
        headers.put(WhatsAppPolicyConstants.MEDIA_TYPE, "image/png");
        assertAccepted(rig.send(SEND, SLIP, headers));

        assertThat(rig.simulator.media().all().stream().map(StoredMedia::mimeType))
                .containsExactly("image/png", "image/jpeg", "image/png");
        assertThat(rig.send(SEND + "&media=image", SLIP, to(ANA)).getException())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageStartingWith("mediaType: expected option mediaType");
    }

    @Test
    void every_kind_goes_with_what_belongs_to_it() throws Exception {
        inside();

        assertAccepted(rig.send(SEND + "&media=image&mediaType=image/png&caption=A", SLIP, to(ANA)));
        assertAccepted(rig.send(SEND + "&media=video&mediaType=video/mp4&caption=A", SLIP, to(ANA)));
        assertAccepted(rig.send(SEND + "&media=audio&mediaType=audio/mpeg", SLIP, to(ANA)));
        assertAccepted(rig.send(SEND + "&media=voice&mediaType=audio/ogg", SLIP, to(ANA)));
        assertAccepted(rig.send(SEND + "&media=sticker&mediaType=image/webp", SLIP, to(ANA)));
        assertAccepted(rig.send(AS_DOCUMENT + "&caption=A", SLIP, to(ANA)));
        assertAccepted(rig.send(AS_DOCUMENT, "https://cdn.example/slip", to(ANA)));

        assertThat(rig.accepted().stream().map(entry -> entry.asked().type()))
                .containsExactly("image", "video", "audio", "audio", "sticker", "document", "document");
        assertThat(rig.accepted().get(3).asked().json().at("/audio/voice").asBoolean())
                .isTrue();
        assertThat(rig.uploads()).hasSize(6);
    }

    @Test
    void a_template_gets_its_header_uploaded() throws Exception {
        rig.start().agreed(ANA, "slip");

        assertAccepted(rig.send(AS_DOCUMENT + AS_TEMPLATE, SLIP, to(ANA)));
        assertAccepted(rig.send(
                SEND,
                TemplateMessage.builder("slip_due_pdf", "pt_BR")
                        .header(TemplateHeader.document(Media.upload(FILE).named("slip.pdf")))
                        .body("Ana")
                        .build(),
                to(ANA)));

        assertThat(rig.accepted()).hasSize(2).allSatisfy(entry -> assertThat(entry.asked()
                        .json()
                        .at("/template/components/0/parameters/0/document/id")
                        .asText())
                .startsWith("6"));
    }

    @Test
    void nothing_is_uploaded_for_a_message_that_is_denied() throws Exception {
        inside();

        Exchange nobodyAgreed = rig.send(SEND, DOCUMENT, to(BRUNO));
        Exchange otherKind =
                rig.send(SEND, DocumentMessage.upload(MediaUpload.of(SLIP, "application/msword"), "a.doc"), to(ANA));
        Exchange outside = rig.agreed(BRUNO, "slip").send(SEND, DOCUMENT, to(BRUNO));
        Exchange checked = rig.send("whatsapp-policy:check?purpose=slip&media=document&fileName=a.pdf", SLIP, to(ANA));

        assertThat(String.valueOf(header(nobodyAgreed, WhatsAppPolicyConstants.REASONS)))
                .contains("no-consent");
        assertThat(header(otherKind, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("attachment-not-allowed"));
        assertThat(header(outside, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("window-closed"));
        assertThat(header(checked, WhatsAppPolicyConstants.DECISION)).isEqualTo("ALLOW");
        assertThat(rig.uploads()).isEmpty();
        assertThat(rig.requests()).isEmpty();
    }

    @Test
    void what_would_be_held_is_denied_since_the_stream_ends_with_its_exchange() throws Exception {
        inside();
        String reminder = "whatsapp-policy:send?purpose=reminder";
        rig.agreed(BRUNO, "reminder");
        assertThat(header(
                        rig.send(reminder, List.of("Bruno", "hoje"), Rig.slipTo(BRUNO)),
                        WhatsAppPolicyConstants.OUTCOME))
                .isEqualTo("accepted");

        Exchange async = rig.send(SEND + "&async=true", DOCUMENT, to(ANA));
        Exchange capped = rig.send(reminder + "&media=document&fileName=a.pdf" + AS_TEMPLATE, SLIP, to(BRUNO));

        assertThat(header(async, WhatsAppPolicyConstants.DECISION)).isEqualTo("DENY");
        assertThat(String.valueOf(header(async, WhatsAppPolicyConstants.REASONS)))
                .contains("cannot-defer");
        assertThat(String.valueOf(header(async, WhatsAppPolicyConstants.EXPLANATION)))
                .contains("by link or by id");
        assertThat(header(capped, WhatsAppPolicyConstants.REASONS)).isEqualTo(List.of("cannot-defer", "cap-reached"));
        assertThat(rig.uploads()).isEmpty();
        assertThat(rig.store().nextDue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "vertx-http"})
    void an_upload_that_the_platform_refuses_is_a_refusal_of_the_message(String transport) throws Exception {
        rig.with(c -> c.setTransport(transport));
        inside();
        assertAccepted(rig.send(SEND, DOCUMENT, to(ANA)));
        rig.simulator.media().keepAtMost(1);

        Exchange exchange = rig.send(SEND, DOCUMENT, to(ANA));

        assertThat(exchange.getException())
                .isInstanceOf(MediaUploadException.class)
                .hasMessageContaining("its file could not be uploaded: error 131016");
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("refused");
        assertThat(header(exchange, WhatsAppPolicyConstants.ERROR_CODE)).isEqualTo(131016);
        assertThat(state(exchange)).isEqualTo(MessageState.FAILED);
        assertThat(rig.uploads()).hasSize(2);
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void an_upload_that_reaches_nobody_is_a_refusal_too() throws Exception {
        inside();
        rig.simulator.faults().refuseConnections();

        Exchange exchange = rig.send(SEND, DOCUMENT, to(ANA));

        assertThat(exchange.getException()).isInstanceOf(MediaUploadException.class);
        assertThat(state(exchange)).isEqualTo(MessageState.FAILED);
        assertThat(rig.store().nextDue()).isEmpty();
    }

    /** What may be wrong with an answer; for a message each of these but the last would be an unknown outcome. */
    @ParameterizedTest
    @ValueSource(strings = {"cut off", "<html>busy", "{\"id\":", "{}", "{\"error\":{\"code\":4}}"})
    void whatever_becomes_of_an_upload_no_message_was_sent(String answer) throws Exception {
        AtomicInteger messages = new AtomicInteger();
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wire").process(e -> {
                    if (!e.getMessage()
                            .getHeader(Exchange.HTTP_URI, String.class)
                            .endsWith("/media")) {
                        messages.incrementAndGet();
                    }
                    if (answer.equals("cut off")) {
                        throw new IOException(answer);
                    }
                    e.getMessage().setBody(answer);
                    e.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.startsWith("<") ? 503 : 200);
                });
            }
        });
        rig.with(c -> c.setTransport("direct:wire"));
        inside();

        Exchange exchange = rig.send(SEND, DOCUMENT, to(ANA));

        assertThat(exchange.getException()).isInstanceOf(MediaUploadException.class);
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME)).isEqualTo("refused");
        assertThat(state(exchange)).isEqualTo(MessageState.FAILED);
        assertThat(messages).hasValue(0);
    }

    @Test
    void a_token_that_changed_is_read_again() throws Exception {
        inside();
        assertAccepted(rig.send(SEND, "Oi", to(ANA)));
        rig.simulator.tokens().add("second-token").revoke("first-token");
        rig.properties.setProperty("wa.token", "second-token");

        assertAccepted(rig.send(SEND, DOCUMENT, to(ANA)));
    }

    @Test
    void a_slow_upload_is_decided_again_and_not_uploaded_again() throws Exception {
        inside();
        MediaUpload slow = MediaUpload.of(Trickle::new, "image/png");

        Exchange exchange = rig.send(SEND, ImageMessage.upload(slow), to(ANA));

        assertAccepted(exchange);
        assertThat(rig.uploads()).hasSize(1);
        assertThat(rig.requests()).hasSize(1);
        assertThat(rig.store().message(id(exchange)).orElseThrow().attempt()).isEqualTo(2);
    }

    @Test
    void a_later_attempt_is_the_routes_and_no_message_stays_held() throws Exception {
        inside();
        rig.simulator.faults().when(asked -> asked.operation() == Operation.MESSAGE, 1, Fault.error(130429));

        Exchange exchange = rig.send(SEND, DOCUMENT, to(ANA));

        assertThat(exchange.getException()).isInstanceOf(WhatsAppThrottledException.class);
        assertThat(exchange.getException(WhatsAppApiException.class).getRetryAfter())
                .isPositive();
        assertThat(state(exchange)).isEqualTo(MessageState.FAILED);
        assertThat(rig.store().nextDue()).isEmpty();
    }

    @Test
    void the_same_key_and_file_are_sent_once_and_another_file_is_a_conflict() throws Exception {
        inside();
        String once = AS_DOCUMENT + "&idempotencyKey=slip-1";

        assertAccepted(rig.send(once, SLIP, to(ANA)));
        Exchange again = rig.send(once, new ByteArrayInputStream(SLIP), to(ANA));
        Exchange other = rig.send(once, "other".getBytes(StandardCharsets.UTF_8), to(ANA));

        assertThat(header(again, WhatsAppPolicyConstants.REPLAYED)).isEqualTo(true);
        assertThat(other.getException()).isInstanceOf(IdempotencyConflictException.class);
        assertThat(rig.uploads()).hasSize(1);
        assertThat(rig.requests()).hasSize(1);
    }

    @Test
    void an_endpoint_of_ones_own_gets_the_form() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        AtomicInteger number = new AtomicInteger();
        rig.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wire")
                        .process(e -> asked.add(e.getMessage().getHeader(Exchange.HTTP_URI) + " "
                                + e.getMessage().getHeader(Exchange.CONTENT_TYPE) + " "
                                + e.getMessage().getBody(String.class)))
                        .process(e -> e.getMessage()
                                .setBody(
                                        number.getAndIncrement() == 0
                                                ? "{\"id\":\"7001\"}"
                                                : "{\"messages\":[{\"id\":\"wamid.own\"}]}"));
            }
        });
        rig.with(c -> c.setTransport("direct:wire"));
        inside();

        assertAccepted(rig.send(SEND, DOCUMENT, to(ANA)));

        assertThat(asked).hasSize(2);
        assertThat(asked.get(0))
                .contains("/1001/media multipart/form-data; boundary=")
                .contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n")
                .contains("name=\"type\"\r\n\r\napplication/pdf\r\n")
                .contains("%PDF-1.7 a slip\r\n--");
        assertThat(asked.get(1)).contains("/1001/messages application/json ").contains("\"id\":\"7001\"");
    }

    @Test
    void no_body_that_is_no_file_hangs_or_is_sent() throws Exception {
        inside();
        for (Object body : List.of(Map.of("a", 1), List.of(), 42, new Object(), "no link", new byte[0])) {
            assertThat(rig.send(AS_DOCUMENT, body, to(ANA)).getException())
                    .as(body.toString())
                    .isInstanceOf(InvalidMessageException.class);
        }
        assertThat(rig.send(AS_DOCUMENT, null, to(ANA)).getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(rig.send(SEND + "&media=nonsense", SLIP, to(ANA)).getException())
                .hasMessageStartingWith("media: expected image, video, audio, voice, document or sticker");
        assertThat(rig.send(AS_DOCUMENT, new Broken(), to(ANA)).getException())
                .isInstanceOf(InvalidMessageException.class);
        assertThat(rig.uploads()).isEmpty();
    }

    private MessageState state(Exchange exchange) {
        return rig.store().message(id(exchange)).orElseThrow().state();
    }

    private static UUID id(Exchange exchange) {
        return UUID.fromString(exchange.getMessage().getHeader(WhatsAppPolicyConstants.MESSAGE_ID, String.class));
    }

    private static void assertAccepted(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(header(exchange, WhatsAppPolicyConstants.OUTCOME))
                .as(String.valueOf(header(exchange, WhatsAppPolicyConstants.EXPLANATION)))
                .isEqualTo("accepted");
    }

    /** Takes longer to read than a decision is good for, when it is read to be uploaded. */
    private static final class Trickle extends InputStream {

        private static final AtomicInteger OPENED = new AtomicInteger();

        private final boolean slow = OPENED.getAndIncrement() > 0;
        private int left = 3;

        @Override
        public int read() {
            if (slow && left > 0) {
                pause();
            }
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int one = read();
            if (one < 0) {
                return -1;
            }
            into[from] = (byte) one;
            return 1;
        }

        private static void pause() {
            LockSupport.parkNanos(500_000_000);
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken");
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            throw new IOException("broken");
        }
    }
}
