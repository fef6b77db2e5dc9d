package org.whatsapppolicy.simulator.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** The list of templates as {@code GET /{account}/message_templates} gives it, page by page. */
public final class TemplateJson {

    private TemplateJson() {}

    /**
     * One page.
     *
     * @param after the cursor of an earlier answer, null for the first page
     * @param path where the next page is found, without query
     */
    public static String page(
            List<StoredTemplate> all,
            Predicate<SimulatedTemplate> filter,
            int limit,
            @Nullable String after,
            String path) {
        List<StoredTemplate> matching =
                all.stream().filter(stored -> filter.test(stored.template())).toList();
        int from = after == null ? 0 : Math.min(position(after), matching.size());
        int to = Math.min(from + limit, matching.size());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        matching.subList(from, to).forEach(stored -> data.add(template(stored)));
        if (from < to) {
            ObjectNode paging = answer.putObject("paging");
            paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to));
            if (to < matching.size()) {
                paging.put("next", path + "?limit=" + limit + "&after=" + cursor(to));
            }
        }
        return answer.toString();
    }

    private static ObjectNode template(StoredTemplate stored) {
        SimulatedTemplate template = stored.template();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", template.name())
                .put("parameter_format", stored.named() ? "NAMED" : "POSITIONAL")
                .put("language", template.language())
                .put("status", template.status())
                .put("category", template.category())
                .put("id", Long.toString(stored.id()));
        node.putObject("quality_score").put("score", template.quality());
        node.set("components", template.components());
        return node;
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(String cursor) {
        try {
            int position =
                    Integer.parseInt(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (position >= 0) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            // Answered below: NumberFormatException is one of these too.
        }
        throw GraphErrors.badParameter("Invalid cursor");
    }
}
