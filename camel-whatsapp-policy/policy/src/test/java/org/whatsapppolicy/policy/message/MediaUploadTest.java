package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is uploaded with its message: what it may be, and that it stands where an id would until it has one. */
class MediaUploadTest {

    private static final byte[] BYTES = {1, 2, 3};
    private static final String SHA256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

    @Test
    void a_file_is_known_by_type_size_and_content() throws IOException {
        MediaUpload file = MediaUpload.of(BYTES, "Application/PDF; charset=binary");

        assertThat(file.mimeType()).isEqualTo("application/pdf");
        assertThat(file.size()).isEqualTo(3);
        assertThat(file.sha256()).isEqualTo(SHA256);
        assertThat(file.open().readAllBytes()).isEqualTo(BYTES);
        assertThat(file)
                .isEqualTo(MediaUpload.of(() -> new ByteArrayInputStream(BYTES), "application/pdf"))
                .isEqualTo(MediaUpload.read(new ByteArrayInputStream(BYTES), "application/pdf"))
                .isNotEqualTo(MediaUpload.of(BYTES, "text/plain"))
                .hasToString("MediaUpload[application/pdf, 3 bytes]");
    }

    @Test
    void the_id_takes_its_place_once_it_was_uploaded() {
        MediaUpload file = MediaUpload.of(BYTES, "application/pdf");
        MessageContent content = DocumentMessage.upload(file, "slip.pdf")
                .withCaption("upload:" + SHA256.charAt(0))
                .content();

        assertThat(content.upload()).isEqualTo(file);
        assertThat(content.attachment()).isEqualTo("pdf");
        MessageContent uploaded = content.uploaded("7001");
        assertThat(uploaded.upload()).isNull();
        assertThat(uploaded.body().get("document"))
                .isEqualTo(Map.of("id", "7001", "filename", "slip.pdf", "caption", "upload:0"));
        assertThat(content.inReplyTo("wamid.Q").uploaded("7001").body()).containsKey("context");
    }

    @Test
    void it_may_stand_wherever_an_id_may() {
        Media image = Media.upload(MediaUpload.of(BYTES, "image/png"));
        List<MessageContent> contents = List.of(
                new ImageMessage(image, null).content(),
                ReplyButtonsMessage.of("Body", new ReplyButton("a", "A"))
                        .withHeader(InteractiveHeader.image(image))
                        .content(),
                TemplateMessage.builder("t", "en")
                        .header(TemplateHeader.image(image))
                        .build()
                        .content(),
                MessageReader.cloudApi(
                        Map.of("type", "image", "image", Map.of("id", MediaUpload.of(BYTES, "image/png")))));

        assertThat(contents).allSatisfy(content -> {
            assertThat(content.upload()).isNotNull();
            assertThat(content.uploaded("7001").body().toString())
                    .contains("7001")
                    .doesNotContain(SHA256);
        });
    }

    @Test
    void one_message_has_one_file_to_upload() {
        CarouselCard one = card(new byte[] {1});
        CarouselCard other = card(new byte[] {2});

        assertThat(CarouselMessage.of("Body", one, one).content().upload()).isNotNull();
        refuses(
                () -> CarouselMessage.of("Body", one, other),
                "interactive.action.cards[1].header.image.id: at most 1 file to upload, found more: give the others by id");
    }

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void a_file_may_be_as_large_as_its_kind_and_no_larger(MediaKind kind) throws IOException {
        String type = kind.mimeTypes().get(0);
        MediaUpload largest = MediaUpload.of(() -> new Zeros(kind.limit()), type);

        assertThat(largest.size()).isEqualTo(kind.limit());
        refuses(
                () -> MediaUpload.of(() -> new Zeros(kind.limit() + 1), type),
                "file: at most " + kind.limit() + " bytes of " + type + ", found more");
    }

    @Test
    void a_file_of_another_kind_is_refused_with_what_would_do() {
        MediaUpload pdf = MediaUpload.of(BYTES, "application/pdf");

        refuses(
                () -> ImageMessage.upload(pdf),
                "image: expected a file of image/jpeg, image/png, found application/pdf");
        refuses(
                () -> StickerMessage.upload(MediaUpload.of(BYTES, "image/png")),
                "sticker: expected a file of image/webp, found image/png");
        refuses(
                () -> AudioMessage.upload(MediaUpload.of(BYTES, "audio/mpeg")).asVoice(),
                "audio: expected audio/ogg for a voice note, found audio/mpeg");
        refuses(
                () -> MediaUpload.of(BYTES, "application/zip"),
                "file: expected a MIME type that the platform takes, found application/zip");
        refuses(
                () -> MediaUpload.of(BYTES, "a secret"),
                "file: expected a MIME type that the platform takes, found another text");
        refuses(() -> MediaUpload.of(new byte[0], "image/png"), "file: expected a file, found an empty one");
    }

    @ParameterizedTest
    @CsvSource({"application/pdf,a.pdf", "text/plain,a.csv", "text/plain,a.txt", "application/msword,A.DOC"})
    void a_document_goes_under_a_name_that_tells_what_it_is(String type, String name) {
        assertThat(DocumentMessage.upload(MediaUpload.of(BYTES, type), name)
                        .content()
                        .attachment())
                .isEqualTo(name.substring(2).toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void a_document_under_a_false_name_would_get_past_the_policy() {
        refuses(
                () -> DocumentMessage.upload(MediaUpload.of(BYTES, "application/msword"), "slip.pdf"),
                "document.filename: expected a name that ends with .doc, as application/msword does, found .pdf");
        refuses(
                () -> DocumentMessage.upload(MediaUpload.of(BYTES, "text/plain"), "slip.pdf"),
                "document.filename: expected a name that ends with .txt, as text/plain does, found .pdf");
        refuses(
                () -> DocumentMessage.upload(MediaUpload.of(BYTES, "application/pdf"), "slip"),
                "document.filename: expected a name that ends with .pdf, as application/pdf does, found none");
    }

    @Test
    void a_file_that_is_gone_says_so() {
        MediaUpload gone = MediaUpload.gone("image/png");

        assertThat(gone.present()).isFalse();
        assertThatIOException().isThrownBy(gone::open);
    }

    @Test
    void a_type_is_told_by_a_name() {
        assertThat(MediaUpload.mimeTypeOf("Slip.PDF")).contains("application/pdf");
        assertThat(MediaUpload.mimeTypeOf("a.zip")).isEmpty();
        assertThat(MediaUpload.mimeTypeOf("")).isEmpty();
    }

    private static CarouselCard card(byte[] bytes) {
        return CarouselCard.link(
                Media.upload(MediaUpload.of(bytes, "image/png")), "Deal", "Shop", "https://shop.example");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(call)
                .withMessage(message);
    }

    /** That many zeros, from nowhere. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int read = (int) Math.min(left, most);
            left -= read;
            return read == 0 ? -1 : read;
        }
    }
}
