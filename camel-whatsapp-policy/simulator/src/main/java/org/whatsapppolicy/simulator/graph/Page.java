package org.whatsapppolicy.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.error.GraphErrors;

/** One page of a list, with cursors: {@code limit}, {@code after} and {@code before} as every edge of Graph takes them. */
public final class Page {

    private static final int USUAL = 25;
    private static final int LONGEST = 1000;
    private static final Set<String> OWN = Set.of("limit", "after", "before", "access_token");

    private Page() {}

    /** The page the call asks for. */
    public static <T> Reply of(Call call, List<T> all, Function<T, JsonNode> entry) {
        int limit = limit(call.text("limit"));
        String after = call.text("after");
        String before = call.text("before");
        int to = before == null ? all.size() : Math.min(position(before), all.size());
        int from = after != null ? Math.min(position(after), all.size()) : before != null ? Math.max(0, to - limit) : 0;
        to = Math.min(from + limit, Math.max(to, from));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        all.subList(from, to).forEach(one -> data.add(entry.apply(one)));
        if (from < to) {
            ObjectNode paging = answer.putObject("paging");
            paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to));
            if (to < all.size()) {
                paging.put("next", link(call, limit, "after", to));
            }
            if (from > 0) {
                paging.put("previous", link(call, limit, "before", from));
            }
        }
        return Reply.of(answer);
    }

    private static String link(Call call, int limit, String direction, int position) {
        StringBuilder link = new StringBuilder(call.url())
                .append("?limit=")
                .append(limit)
                .append('&')
                .append(direction)
                .append('=')
                .append(cursor(position));
        for (Map.Entry<String, JsonNode> parameter : call.parameters().properties()) {
            if (!OWN.contains(parameter.getKey())) {
                String value = parameter.getValue().isContainerNode()
                        ? parameter.getValue().toString()
                        : parameter.getValue().asText();
                link.append('&').append(encoded(parameter.getKey())).append('=').append(encoded(value));
            }
        }
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int limit(@Nullable String written) {
        if (written == null) {
            return USUAL;
        }
        if (!written.matches("[1-9]\\d{0,5}")) {
            throw GraphErrors.badParameter("Param limit must be a positive integer.");
        }
        return Math.min(Integer.parseInt(written), LONGEST);
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
