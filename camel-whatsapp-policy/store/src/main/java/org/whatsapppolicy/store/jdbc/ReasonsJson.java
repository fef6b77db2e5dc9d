package org.whatsapppolicy.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.policy.decision.Reason;
import org.whatsapppolicy.policy.decision.Verdict;
import org.whatsapppolicy.store.state.JsonString;

/** The findings of a decision as people will read them in the table. */
final class ReasonsJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReasonsJson() {}

    static String write(List<Reason> reasons) {
        StringBuilder text = new StringBuilder(300).append('[');
        for (Reason reason : reasons) {
            text.append(text.length() > 1 ? ",{" : "{");
            field(text, "\"code\":", reason.code());
            field(text, ",\"verdict\":", reason.verdict().name());
            field(text, ",\"detail\":", reason.detail());
            if (reason.until() != null) {
                field(text, ",\"until\":", reason.until().toString());
            }
            text.append('}');
        }
        return text.append(']').toString();
    }

    private static void field(StringBuilder text, String name, String value) {
        JsonString.append(text.append(name), value);
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
