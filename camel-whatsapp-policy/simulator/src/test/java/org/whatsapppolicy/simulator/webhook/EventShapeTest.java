package org.whatsapppolicy.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whatsapppolicy.simulator.webhook.Harbour.NELL;
import static org.whatsapppolicy.simulator.webhook.Harbour.NOW;
import static org.whatsapppolicy.simulator.webhook.Harbour.TOM;
import static org.whatsapppolicy.simulator.webhook.Harbour.sentToGroup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whatsapppolicy.simulator.webhook.event.Conversation;
import org.whatsapppolicy.simulator.webhook.event.Event;
import org.whatsapppolicy.simulator.webhook.event.Payload;
import org.whatsapppolicy.simulator.webhook.event.SeenPerson;
import org.whatsapppolicy.simulator.webhook.event.StatusEvent;
import org.whatsapppolicy.simulator.webhook.event.ToldPrice;

/** Every event as the platform's pages show it, against a file in {@code /webhooks}. */
class EventShapeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Map<String, List<? extends Event>> events() {
        Map<String, List<? extends Event>> all = new LinkedHashMap<>();
        Stream.of(InboundEvents.all(), StatusEvents.all(), OtherEvents.all(), AccountEvents.all())
                .forEach(some -> some.forEach((name, event) -> all.put(name, List.of(event))));
        all.put("status-group-aggregated", List.of(groupStatus(NELL, "read"), groupStatus(TOM, "delivered")));
        return all;
    }

    private static Event groupStatus(SeenPerson member, String status) {
        return StatusEvent.of(
                sentToGroup(member, ToldPrice.regular("group_marketing"))
                        .within(new Conversation("5eaf00d5eaf00d5eaf00d5eaf00d5eaf", null, "group_marketing")),
                status,
                NOW,
                null);
    }

    static Stream<String> names() {
        return events().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_told_in_the_documented_shape(String name) throws IOException {
        List<? extends Event> told = Objects.requireNonNull(events().get(name));

        try (InputStream fixture = getClass().getResourceAsStream("/webhooks/" + name + ".json")) {
            assertThat(fixture).as("a fixture named %s", name).isNotNull();
            assertThat(JSON.readTree(Payload.of(told, NOW))).isEqualTo(JSON.readTree(fixture));
        }
    }

    @Test
    void every_fixture_has_an_event() throws Exception {
        URI folder = Objects.requireNonNull(getClass().getResource("/webhooks")).toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            Stream<String> fixtures =
                    files.map(file -> file.getFileName().toString().replace(".json", ""));
            assertThat(new TreeSet<>(fixtures.toList())).isEqualTo(new TreeSet<>(events().keySet()));
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
