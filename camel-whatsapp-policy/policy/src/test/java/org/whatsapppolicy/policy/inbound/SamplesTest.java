package org.whatsapppolicy.policy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whatsapppolicy.policy.address.Recipient;
import org.whatsapppolicy.policy.address.RecipientReader;

/** M-8: every sample of what the platform posts is an event of a known kind, with typed values. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "simulator", "src", "test", "resources", "payloads", "webhook");

    /** No field that the platform documents, or no delivery at all. */
    private static final Set<String> UNKNOWN = Set.of("unknown-field", "signature-vector", "verification-request");

    /** Her number is one of those set aside for fiction, which are no numbers; her user id is. */
    private static final @Nullable Recipient ADA = person("GB.48110000000000000001");

    private final WebhookReader reader = new WebhookReader();

    private static @Nullable Recipient person(String address) {
        List<Recipient> people = WebhookReader.people(new RecipientReader(), address);
        return people.isEmpty() ? null : people.get(0);
    }

    static List<String> samples() {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !UNKNOWN.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<InboundEvent> events(String sample) {
        try {
            return reader.read(new ObjectMapper()
                    .readValue(
                            SAMPLES.resolve(sample + ".json").toFile(), new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Told told(String sample) {
        Told told = events(sample).get(0).told();
        assertThat(told).as(sample).isNotNull();
        return told == null ? new Noticed.Other(null) : told;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_known_and_has_typed_values(String sample) {
        assertThat(events(sample)).isNotEmpty().allSatisfy(event -> {
            assertThat(event.kind()).isNotEqualTo(EventKind.UNKNOWN);
            assertThat(event.told()).as(event.kind().word()).isNotNull();
        });
    }

    @Test
    void there_is_a_sample_of_nearly_every_kind() {
        Set<EventKind> seen = EnumSet.noneOf(EventKind.class);
        samples().forEach(sample -> events(sample).forEach(event -> seen.add(event.kind())));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .filteredOn(kind -> kind != EventKind.UNKNOWN)
                .containsOnly(EventKind.GROUP, EventKind.PARTNER, EventKind.PAYMENT, EventKind.MEASURED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group_lifecycle_update",
                "group_participants_update",
                "group_settings_update",
                "group_status_update",
                "partner_solutions",
                "payment_configuration_update",
                "automatic_events"
            })
    void a_documented_field_without_a_sample_is_known(String field) {
        InboundEvent event = reader.read(Map.of(
                        "entry",
                        List.of(Map.of("changes", List.of(Map.of("field", field, "value", Map.of("event", "X")))))))
                .get(0);

        assertThat(event.kind()).isNotEqualTo(EventKind.UNKNOWN);
        assertThat(event.told()).isInstanceOf(Noticed.class);
    }

    @Test
    void a_conversation_that_is_handed_over() {
        assertThat(told("messaging-handovers-control-passed"))
                .isEqualTo(new Noticed.HandedOver(null, true, "ai_agent", "escalation"));
        assertThat(told("messaging-handovers-control-taken"))
                .isEqualTo(new Noticed.HandedOver(null, false, "ai_agent", "escalation"));
    }

    @Test
    void a_flow_in_trouble() {
        assertThat(told("flows-status-change"))
                .isEqualTo(new Noticed.FlowChanged("974000000000001", "FLOW_STATUS_CHANGE", "THROTTLED", "PUBLISHED"));
        assertThat(told("flows-endpoint-availability"))
                .isEqualTo(new Noticed.FlowChanged("974000000000001", "ENDPOINT_AVAILABILITY", "ACTIVATED", null));
    }

    @Test
    @DisplayName("Old words are no signal of today: STOP in the history is history")
    void history() {
        assertThat(told("history-threads")).isEqualTo(new Noticed.History(0, 1, 55, 1, 3, null));
        assertThat(told("history-declined")).isEqualTo(new Noticed.History(null, null, null, 0, 0, 2593109));
        assertThat(events("history-media")).allMatch(event -> event.kind() == EventKind.HISTORY);
    }

    @Test
    @DisplayName("S-24: what the business wrote itself opens no window")
    void echoes() {
        assertThat(told("smb-message-echoes-text")).isInstanceOfSatisfying(Noticed.Echoed.class, echo -> {
            assertThat(echo.to()).isEqualTo(ADA);
            assertThat(echo.type()).isEqualTo("text");
        });
        assertThat(told("standby-echo-text"))
                .isInstanceOfSatisfying(
                        Noticed.Echoed.class, echo -> assertThat(echo.type()).isEqualTo("text"));
    }

    @Test
    @DisplayName("S-16: STOP on a number that another application answers is written by the person")
    void standby() {
        InboundEvent event = events("standby-message-stop-keyword").get(0);

        assertThat(event.kind()).isEqualTo(EventKind.STANDBY_MESSAGE);
        assertThat(event.told()).isInstanceOfSatisfying(Told.Written.class, written -> assertThat(written.opensWindow())
                .isTrue());
    }

    @Test
    void calls_contacts_and_names() {
        assertThat(told("calls-connect-user-initiated"))
                .isEqualTo(new Noticed.Called("Post it 3", ADA, "connect", "USER_INITIATED", null));
        assertThat(told("calls-terminate-user-initiated"))
                .isEqualTo(new Noticed.Called(
                        "Post it 3", ADA, "terminate", "USER_INITIATED", Instant.ofEpochSecond(1_794_614_405)));
        assertThat(told("smb-app-state-sync-add")).isEqualTo(new Noticed.Synced(1, 0));
        assertThat(told("smb-app-state-sync-remove")).isEqualTo(new Noticed.Synced(0, 1));
        assertThat(told("business-username-updates"))
                .isInstanceOfSatisfying(
                        Announced.class, name -> assertThat(name.state()).isEqualTo("approved"));
        assertThat(told("template-correct-category-detection")).isInstanceOfSatisfying(Announced.class, category -> {
            assertThat(category.state()).isEqualTo("MARKETING");
            assertThat(category.before()).isEqualTo("UTILITY");
        });
    }
}
