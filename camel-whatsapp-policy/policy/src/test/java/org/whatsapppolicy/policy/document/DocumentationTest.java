package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference of the document is true: its examples load, and no key is missing. */
class DocumentationTest {

    private static final String PAGE = page();

    static Stream<String> examples() {
        return Pattern.compile("(?ms)^```yaml\n(.*?)^```")
                .matcher(PAGE)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(block.indexOf('\n') + 1, block.lastIndexOf("```")));
    }

    /** An example that is not a whole document is one or several sections of the smallest one. */
    @ParameterizedTest
    @MethodSource("examples")
    void examples_can_be_read(String example) throws IOException {
        String text = example.contains("version: 1") ? example : around(example);

        assertThat(new PolicyDocumentReader().read("example", text, DocumentationTest::resolve))
                .isNotNull();
        assertThat(SchemaTest.validate(text)).isEmpty();
    }

    private static String around(String sections) {
        String text = Texts.BASE;
        if (sections.startsWith("senders:")) {
            text = text.replaceFirst("(?ms)^senders:.*(?=^purposes:)", "");
        } else if (sections.startsWith("purposes:")) {
            text = text.replaceFirst("(?ms)^purposes:.*", "");
        }
        return text + sections;
    }

    private static String resolve(String text) {
        return text.replaceAll("\\{\\{[^{}]*}}", "100");
    }

    static Stream<Keys> sections() {
        return Stream.of(
                DocumentSection.KEYS,
                DocumentSection.STORE,
                DocumentSection.CAPS,
                RetentionSection.KEYS,
                RetentionSection.DECISIONS,
                OptOutSection.KEYS,
                OptOutSection.ASK,
                TemplateRefs.KEYS,
                RecipientsSection.KEYS,
                SenderSection.KEYS,
                PurposeSection.KEYS,
                ConsentSection.KEYS);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void every_key_has_its_line(Keys keys) {
        assertThat(keys.known()).allSatisfy(key -> assertThat(PAGE).contains("\n| `" + key + "` | "));
    }

    @Test
    void what_is_refused_for_now_is_said() {
        assertThat(Set.of(
                        "guard",
                        "governor",
                        "budgets",
                        "shadow",
                        "access",
                        "content",
                        "approval",
                        "proactiveDays",
                        "offerOptOut"))
                .allSatisfy(key -> assertThat(PAGE).contains("`" + key + "`"));
    }

    private static String page() {
        try {
            return Files.readString(Repository.docs("policy-document.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
