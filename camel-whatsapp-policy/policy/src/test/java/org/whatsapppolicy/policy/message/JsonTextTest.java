package org.whatsapppolicy.policy.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private final Random random = new Random(11);

    @Test
    void another_reader_reads_what_was_written() throws Exception {
        ObjectMapper reader = new ObjectMapper();
        for (int i = 0; i < 500; i++) {
            Map<String, Object> object = object(3);

            String json = JsonText.of(object);

            assertThat(reader.convertValue(reader.readTree(json), Object.class)).isEqualTo(object);
            assertThat(JsonText.of(shuffled(object))).isEqualTo(json);
        }
    }

    private Map<String, Object> shuffled(Map<String, Object> object) {
        List<String> names = new ArrayList<>(object.keySet());
        Collections.shuffle(names, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, object.get(name)));
        return shuffled;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(), value(depth));
        }
        return object;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt(1000) / 8.0;
            case 3 -> text();
            case 4 -> object(depth - 1);
            default -> new ArrayList<>(Arrays.asList(value(depth - 1), value(depth - 1)));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        List<String> parts = List.of("\"", "\\", "\n", "\t", "\u0001", "\u001f", "é", "☎", "😀", "a", "}", "\u2028");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }
}
