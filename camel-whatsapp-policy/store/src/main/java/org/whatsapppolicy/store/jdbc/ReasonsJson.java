package org.whatsapppolicy.store.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.Verdict;

/** The findings of a decision as people will read them in the table. */
final class ReasonsJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private ReasonsJson() {}

    static String write(List<Reason> reasons) {
        StringWriter text = new StringWriter(200);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (Reason reason : reasons) {
                json.writeStartObject();
                json.writeStringField("code", reason.code());
                json.writeStringField("verdict", reason.verdict().name());
                json.writeStringField("detail", reason.detail());
                if (reason.until() != null) {
                    json.writeStringField("until", reason.until().toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static List<Reason> read(String text) {
        try {
            List<Reason> reasons = new ArrayList<>();
            for (JsonNode one : MAPPER.readTree(text)) {
                JsonNode until = one.get("until");
                reasons.add(new Reason(
                        one.path("code").asText(),
                        Verdict.valueOf(one.path("verdict").asText()),
                        one.path("detail").asText(),
                        until == null ? null : Instant.parse(until.asText())));
            }
            return reasons;
        } catch (IOException e) {
            throw new IllegalStateException("found reasons in a message row that are not ours: changed by hand?", e);
        }
    }
}
