package org.whatsapppolicy.camel.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the route will get is kept as it was posted where a database can take it so")
class AsPostedTest {

    private static final String TEXT = "{\"body\":\"n\u00e3o \ud83d\ude00 \\u0000\"}";

    @Test
    void text_in_utf_8_is_kept_as_it_is() {
        assertThat(Json.asPosted(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    }

    @Test
    void another_encoding_is_read_and_written_anew() {
        for (Charset charset : List.of(
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-32BE"))) {
            byte[] bytes = TEXT.getBytes(charset);
            assertThat(Json.object(bytes))
                    .as("Jackson reads %s", charset)
                    .isEqualTo(Map.of("body", "n\u00e3o \ud83d\ude00 \0"));
            assertThat(Json.asPosted(bytes)).as(charset.name()).isNull();
        }
        assertThat(Json.asPosted(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void what_a_database_does_not_take_is_written_anew() {
        byte[] bytes = (TEXT + "\0").getBytes(StandardCharsets.UTF_8);
        assertThat(Json.object(bytes)).as("Jackson looks at nothing behind it").isNotNull();
        assertThat(Json.asPosted(bytes)).isNull();
    }

    @Test
    void nothing_is_nothing() {
        assertThat(Json.asPosted(new byte[0])).isNull();
        assertThat(Json.asPosted(new byte[] {'{'})).isNull();
    }
}
