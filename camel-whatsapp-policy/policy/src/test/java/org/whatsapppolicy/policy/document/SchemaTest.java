package org.whatsapppolicy.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader tell the same story. */
class SchemaTest {

    private static final JsonNode SCHEMA = schema();
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    static Stream<Arguments> sections() {
        return Stream.of(
                Arguments.of("", DocumentSection.KEYS),
                Arguments.of("/properties/store", DocumentSection.STORE),
                Arguments.of("/properties/caps", DocumentSection.CAPS),
                Arguments.of("/properties/retention", RetentionSection.KEYS),
                Arguments.of("/properties/retention/properties/decisions/anyOf/1", RetentionSection.DECISIONS),
                Arguments.of("/properties/optOut", OptOutSection.KEYS),
                Arguments.of("/$defs/question", OptOutSection.ASK),
                Arguments.of("/$defs/templateRef", TemplateRefs.KEYS),
                Arguments.of("/properties/recipients", RecipientsSection.KEYS),
                Arguments.of("/$defs/sender", SenderSection.KEYS),
                Arguments.of("/$defs/purpose", PurposeSection.KEYS),
                Arguments.of("/$defs/consent/anyOf/1", ConsentSection.KEYS));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void has_the_keys_of_the_reader(String pointer, Keys keys) {
        JsonNode section = SCHEMA.at(pointer);
        Set<String> properties = new TreeSet<>();
        section.path("properties").fieldNames().forEachRemaining(properties::add);
        Set<String> required = new TreeSet<>();
        section.path("required").forEach(key -> required.add(key.asText()));

        assertThat(properties).isEqualTo(keys.known()).noneMatch(keys.refused()::contains);
        assertThat(required).isEqualTo(keys.required().keySet());
        assertThat(section.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(properties).allSatisfy(key -> assertThat(
                        described(section.path("properties").path(key)))
                .isTrue());
    }

    private static boolean described(JsonNode property) {
        String reference = property.path("$ref").asText("").replace("#", "");
        return property.has("description") || (!reference.isEmpty() && described(SCHEMA.at(reference)));
    }

    static Stream<Mistake> mistakesASchemaCanSee() {
        return MistakesTest.mistakes().filter(Mistake::schemaSees);
    }

    static Stream<Mistake> mistakesASchemaCannotSee() {
        return MistakesTest.mistakes().filter(mistake -> !mistake.schemaSees());
    }

    @ParameterizedTest
    @MethodSource("mistakesASchemaCanSee")
    void refuses_what_the_reader_refuses(Mistake mistake) throws JsonProcessingException {
        assertThat(validate(mistake.text())).isNotEmpty();
    }

    /** Keeps the list of exceptions honest: a mistake that the schema does see must not be on it. */
    @ParameterizedTest
    @MethodSource("mistakesASchemaCannotSee")
    void cannot_see_some_mistakes(Mistake mistake) {
        Set<ValidationMessage> messages;
        try {
            messages = validate(mistake.text());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return; // not even YAML
        }
        assertThat(messages).isEmpty();
    }

    static Stream<String> good() {
        return GoodDocuments.all();
    }

    @ParameterizedTest
    @MethodSource("good")
    void accepts_what_the_reader_accepts(String text) throws JsonProcessingException {
        assertThat(Texts.read(text)).isNotNull();
        assertThat(validate(text)).isEmpty();
    }

    @Test
    void is_the_same_in_the_jar_and_in_the_docs() throws IOException {
        assertThat(Files.readString(Repository.docs("whatsapp-policy.schema.json")))
                .isEqualTo(resource());
    }

    static Set<ValidationMessage> validate(String text) throws JsonProcessingException {
        return VALIDATOR.validate(
                Objects.requireNonNullElseGet(new YAMLMapper().readTree(text), () -> new ObjectMapper().nullNode()));
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(resource());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource() {
        try (InputStream in =
                Objects.requireNonNull(PolicyDocumentReader.class.getResourceAsStream("whatsapp-policy.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
